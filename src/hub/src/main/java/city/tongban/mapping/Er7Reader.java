package city.tongban.mapping;

import city.tongban.connector.Er7;
import java.util.regex.Pattern;

/**
 * Converts an ER7 message to XML without loss: each non-empty part becomes an element named by its
 * position; an empty repetition keeps its position.
 */
final class Er7Reader {
  static final String ROOT = "HL7Message";
  private static final String HEAD = "MSH";
  private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9]{2}(\\|.*)?");

  private final StringBuilder xml = new StringBuilder();

  private Er7Reader() {}

  static String xml(String message) {
    if (!message.startsWith(HEAD + "|" + Er7.SIGNS + "|")) {
      throw Er7.wrong("it does not begin with " + HEAD + "|" + Er7.SIGNS + "|");
    }
    if (!message.endsWith("\r")) {
      throw Er7.wrong("its last segment does not end");
    }
    Er7Reader reader = new Er7Reader();
    reader.xml.append('<').append(ROOT).append('>');
    for (String segment : message.substring(0, message.length() - 1).split("\r", -1)) {
      reader.segment(segment);
    }
    return reader.xml.append("</").append(ROOT).append('>').toString();
  }

  private void segment(String segment) {
    if (!SEGMENT.matcher(segment).matches()) {
      throw Er7.wrong("a line is not a segment");
    }
    String[] fields = segment.split("\\|", -1);
    String name = fields[0];
    boolean head = name.equals(HEAD);
    xml.append('<').append(name).append('>');
    for (int i = head ? 2 : 1; i < fields.length; i++) {
      // MSH-1 is the field separator itself
      field(name + "." + (head ? i + 1 : i), fields[i]);
    }
    xml.append("</").append(name).append('>');
  }

  private void field(String name, String field) {
    if (field.isEmpty()) {
      return;
    }
    for (String repetition : field.split("~", -1)) {
      xml.append('<').append(name).append('>');
      parts(name, repetition, "\\^");
      xml.append("</").append(name).append('>');
    }
  }

  private void parts(String name, String text, String separator) {
    String[] parts = text.split(separator, -1);
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        String part = name + "." + (i + 1);
        xml.append('<').append(part).append('>');
        if (separator.equals("\\^") && parts[i].contains("&")) {
          parts(part, parts[i], "&");
        } else {
          xml.append(escaped(Er7.unescape(parts[i])));
        }
        xml.append("</").append(part).append('>');
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
