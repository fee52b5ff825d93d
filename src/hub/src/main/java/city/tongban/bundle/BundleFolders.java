package city.tongban.bundle;

import city.tongban.connector.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads shipped folders: each {@code connectors/<x>/} with its {@code mappings/<x>/} is one bundle.
 */
final class BundleFolders {
  private static final Pattern PLACE =
      Pattern.compile(".*[/!](connectors|mappings)/([a-z][a-z-]*)/(.+)");

  private final String root;

  /**
   * Creates a reader.
   *
   * @param root {@code classpath*:} in the jar, {@code file:./} in development
   */
  BundleFolders(String root) {
    this.root = root;
  }

  Map<String, Bundle> bundles() {
    Map<String, Map<String, byte[]>> files = new TreeMap<>();
    read("connectors", files);
    read("mappings", files);
    Map<String, Bundle> bundles = new TreeMap<>();
    files.forEach((backEnd, content) -> bundles.put(backEnd, Bundle.of(content)));
    return bundles;
  }

  private void read(String folder, Map<String, Map<String, byte[]>> into) {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources(root + folder + "/*/**")) {
        Matcher place = PLACE.matcher(file.getURL().getPath());
        if (file.isReadable() && place.matches()) {
          // singular inside a bundle: it holds one connector
          String path = place.group(1).replace("connectors", "connector") + "/" + place.group(3);
          into.computeIfAbsent(place.group(2), x -> new HashMap<>())
              .put(path, file.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + root + folder, e);
    }
  }
}
