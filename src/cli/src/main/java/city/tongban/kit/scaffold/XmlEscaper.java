package city.tongban.kit.scaffold;

/** Escapes text for XML. */
final class XmlEscaper {
  private XmlEscaper() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Text inside a comment, where XML does not allow two hyphens. */
  static String comment(String text) {
    return text.replace("--", "- -");
  }
}
