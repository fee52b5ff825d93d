package city.tongban.kit.scaffold;

/** Text as XML writes it. */
final class XmlEscaper {
  private XmlEscaper() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Inside a comment, where two hyphens may not stand. */
  static String comment(String text) {
    return text.replace("--", "- -");
  }
}
