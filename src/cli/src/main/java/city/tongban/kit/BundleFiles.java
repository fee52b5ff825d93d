package city.tongban.kit;

import city.tongban.bundle.WorkingCopy;
import city.tongban.canonical.Sha256;
import city.tongban.connector.Bundle;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one version of a connector, by their paths in its bundle.
 *
 * @param version the digest of the whole
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record BundleFiles(String version, byte[] zip, SortedMap<String, byte[]> files) {

  /**
   * Reads what lies in a working copy now, valid or not.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public static BundleFiles of(Path root, String backEnd) {
    return of(new WorkingCopy(root).bundle(backEnd));
  }

  /** Reads the ZIP file of a bundle that a hub has stored. */
  public static BundleFiles of(byte[] zip) {
    return of(Bundle.open(Sha256.hex(zip), zip));
  }

  private static BundleFiles of(Bundle bundle) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    bundle.under("").forEach(path -> files.put(path, bundle.file(path).orElseThrow()));
    return new BundleFiles(bundle.digest(), bundle.zip(), files);
  }
}
