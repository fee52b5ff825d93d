package city.tongban.mapping;

/** A path inside a bundle, as the engineer knows it from the working copy. */
final class BundlePath {
  private BundlePath() {}

  static String shown(String backEnd, String path) {
    return path.replaceFirst("^mappings/", "mappings/" + backEnd + "/");
  }
}
