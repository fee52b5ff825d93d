package city.tongban.bundle;

import city.tongban.connector.Bundle;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Bundles made of shipped ones with a file changed. */
public final class TestBundles {
  private TestBundles() {}

  public static Bundle with(Bundle bundle, String path, String content) {
    Map<String, byte[]> files = new HashMap<>();
    bundle.under("").forEach(name -> files.put(name, bundle.file(name).orElseThrow()));
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return Bundle.of(files);
  }

  public static String text(Bundle bundle, String path) {
    return new String(bundle.file(path).orElseThrow(), StandardCharsets.UTF_8);
  }
}
