package city.tongban.connector;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One unchangeable version of a back-end's two folders, identified by the SHA-256 of its ZIP file.
 *
 * <p>Paths inside are {@code connector/connector.yaml} and {@code
 * mappings/lease-filing.request.xsl}.
 */
public final class Bundle {
  private static final int FILES_MAX = 1_000;
  private static final int BYTES_MAX = 32 * 1024 * 1024;
  // a ZIP entry needs a time; it is constant, or the same files would have two digests
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final SortedMap<String, byte[]> files;
  private final byte[] zip;
  private final String digest;

  private Bundle(SortedMap<String, byte[]> files, byte[] zip) {
    this.files = files;
    this.zip = zip;
    this.digest = Sha256.hex(zip);
  }

  /** Packs files; equal files give equal bytes on every machine, so nothing is compressed. */
  public static Bundle of(Map<String, byte[]> files) {
    SortedMap<String, byte[]> sorted = new TreeMap<>(files);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> file : sorted.entrySet()) {
        zip.putNextEntry(stored(file.getKey(), file.getValue()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bundle(sorted, bytes.toByteArray());
  }

  /** Unpacks the bytes of {@link #zip} as stored in the database. */
  public static Bundle open(String digest, byte[] zip) {
    if (!Sha256.hex(zip).equals(digest)) {
      throw damaged(digest, "its content has another SHA-256", null);
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    int left = BYTES_MAX;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = in.readNBytes(left + 1);
        left -= content.length;
        files.put(e.getName(), content);
        if (left < 0 || files.size() > FILES_MAX) {
          throw damaged(digest, "it unpacks to more than a bundle may hold", null);
        }
      }
    } catch (IOException e) {
      throw damaged(digest, "it is not a zip", e);
    }
    return new Bundle(files, zip);
  }

  public String digest() {
    return digest;
  }

  /** The short version for people: the first 12 places of the digest. */
  public String version() {
    return digest.substring(0, 12);
  }

  public byte[] zip() {
    return zip.clone();
  }

  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /** Paths below a folder such as {@code mappings/codes/}. */
  public SortedSet<String> under(String folder) {
    SortedSet<String> below = new TreeSet<>(files.keySet());
    below.removeIf(path -> !path.startsWith(folder));
    return below;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bundle that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "bundle " + version();
  }

  private static ZipEntry stored(String path, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(NO_TIME);
    return entry;
  }

  private static Fault damaged(String digest, String why, @Nullable Exception cause) {
    Fault fault =
        Fault.of("HUB-8008", "bundle %s is damaged", digest)
            .because(why)
            .fix("restore the row of table bundle, or take the folder in again");
    return cause == null ? fault : fault.causedBy(cause);
  }
}
