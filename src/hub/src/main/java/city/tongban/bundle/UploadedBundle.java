package city.tongban.bundle;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Bundle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An uploaded bundle, which is not trusted: it is unpacked within limits and packed again, so that
 * the hub computes the digest itself.
 */
final class UploadedBundle {
  static final int BYTES_MAX = 8 * 1024 * 1024;
  static final int FILES_MAX = 500;
  private static final int PATH_CHARS_MAX = 200;

  /** No parent folder, no hidden file, nothing outside the two folders. */
  private static final Pattern PATH =
      Pattern.compile("(connector|mappings)(/[A-Za-z0-9_][A-Za-z0-9._-]*){1,6}");

  private UploadedBundle() {}

  static Bundle open(byte[] zip) {
    Map<String, byte[]> files = new TreeMap<>();
    Set<String> names = new HashSet<>();
    int left = BYTES_MAX;
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String path = path(entry, names);
        byte[] content = in.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
          throw bad("it unpacks to more than %d bytes".formatted(BYTES_MAX), "leave files out");
        }
        files.put(path, content);
        if (files.size() > FILES_MAX) {
          throw bad("it has more than %d files".formatted(FILES_MAX), "leave files out");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw bad("it is not a whole zip", "send it with ./hub connector activate").causedBy(e);
    }
    if (!files.containsKey(ConnectorReader.FILE)) {
      throw bad(ConnectorReader.FILE + " is not in it", "send connector/ and mappings/ in one zip");
    }
    if (new String(files.get(ConnectorReader.FILE), StandardCharsets.UTF_8).contains("{{")) {
      throw bad(
          ConnectorReader.FILE + " has {{, by which Camel would read settings of this machine",
          "write the value itself");
    }
    return Bundle.of(files);
  }

  private static String path(ZipEntry entry, Set<String> names) {
    String path = entry.getName();
    if (path.length() > PATH_CHARS_MAX || !PATH.matcher(path).matches()) {
      throw bad(
          "it has a file whose name is not allowed",
          "files are connector/… and mappings/…, of letters, digits, dot, hyphen and underscore;"
              + " none is hidden");
    }
    if (!names.add(path.toLowerCase(Locale.ROOT))) {
      throw bad(path + " is in it twice", "keep one of them");
    }
    return path;
  }

  private static Refusal bad(String why, String fix) {
    return Refusal.of("HUB-8025", "this is no bundle of a connector").because(why).fix(fix);
  }
}
