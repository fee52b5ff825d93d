package city.tongban.mapping;

/** Shows a path of a bundle as in the working copy. */
final class BundlePath {
  private BundlePath() {}

  static String shown(String backEnd, String path) {
    return path.replaceFirst("^mappings/", "mappings/" + backEnd + "/");
  }
}
