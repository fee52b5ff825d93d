package city.tongban.connector;

import city.tongban.canonical.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a call: {@code GET /filings?deliveryId={delivery}}. */
public final class UriTemplate {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  private UriTemplate() {}

  /** The call with each {@code {name}} replaced by its value, encoded for a URL. */
  public static String fill(String call, Map<String, String> parameters) {
    return HOLE.matcher(call)
        .replaceAll(hole -> Matcher.quoteReplacement(encoded(call, hole.group(1), parameters)));
  }

  private static String encoded(String call, String name, Map<String, String> parameters) {
    String value = parameters.get(name);
    if (value == null) {
      throw Fault.of("HUB-8010", "the call '%s' needs a value for {%s}", call, name)
          .because("the caller knows only " + parameters.keySet())
          .fix("use a name that delivery gives: delivery, original or reason");
    }
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
