package city.tongban.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;

/**
 * Formats a payload for reading. A payload that does not parse is shown unchanged, because the
 * syntax error may be what the reader is looking for.
 */
final class PayloadFormatter {
  private static final JsonFactory JSON = new JsonFactory();

  private PayloadFormatter() {}

  /** The language for the highlighter, and the text. */
  record Laid(String language, String text) {}

  static Laid out(String text) {
    String start = text.stripLeading();
    Optional<Laid> laid =
        start.startsWith("<")
            ? XmlFormatter.of(start).map(xml -> new Laid("xml", xml))
            : json(start).map(json -> new Laid("json", json));
    return laid.orElseGet(() -> new Laid(guess(start), text));
  }

  private static String guess(String start) {
    if (start.startsWith("<")) {
      return "xml";
    }
    return start.startsWith("{") || start.startsWith("[") ? "json" : "plaintext";
  }

  /**
   * Formats token by token, so that numbers keep their digits and a duplicate name stays visible.
   */
  private static Optional<String> json(String text) {
    StringWriter out = new StringWriter();
    try (JsonParser in = JSON.createParser(text);
        JsonGenerator to = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
      while (in.nextToken() != null) {
        to.copyCurrentEventExact(in);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return out.getBuffer().isEmpty() ? Optional.empty() : Optional.of(out.toString());
  }
}
