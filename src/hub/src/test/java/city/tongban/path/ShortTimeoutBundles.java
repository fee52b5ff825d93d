package city.tongban.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The connectors of this working copy as a hub wants them that is only tested: it waits for a
 * silent department for seconds, and for its own next try not at all. Everything else is as it is
 * shipped.
 */
final class ShortTimeoutBundles {
  /** Longer than a slow department takes (2 s), and than a busy machine needs for a call. */
  private static final String CALL = "timeout: 6s";

  /** An upload has four steps, each with this time-out. */
  private static final String UPLOAD = "timeout: 3s";

  private static final Pattern TIMEOUT = Pattern.compile("(?m)^(  )timeout: \\d+s");
  private static final Pattern FIRST_PAUSE = Pattern.compile("first: \\d+s");

  private ShortTimeoutBundles() {}

  /** Copies them below {@code folder}; returns what the hub's setting says. */
  static String below(Path folder) throws IOException {
    Path bundles = folder.resolve("bundles");
    for (String half : List.of("connectors", "mappings")) {
      try (Stream<Path> files = Files.walk(Path.of(half))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = bundles.resolve(file.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
          if (file.endsWith("connector.yaml")) {
            Files.writeString(copy, shortened(Files.readString(file)));
          }
        }
      }
    }
    return "file:" + bundles.toAbsolutePath() + "/";
  }

  private static String shortened(String yaml) {
    String timeout = yaml.contains("transport: sftp") ? UPLOAD : CALL;
    String sooner = TIMEOUT.matcher(yaml).replaceFirst("$1" + timeout);
    return FIRST_PAUSE.matcher(sooner).replaceFirst("first: 200ms");
  }
}
