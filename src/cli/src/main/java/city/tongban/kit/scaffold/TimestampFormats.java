package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import java.util.LinkedHashMap;
import java.util.Map;

/** The department's format for a time, derived from the value that the source shows. */
final class TimestampFormats {
  private static final Map<String, String> PICTURES = new LinkedHashMap<>();

  static {
    PICTURES.put("\\d{8}", "[Y0001][M01][D01]");
    PICTURES.put("\\d{14}", "[Y0001][M01][D01][H01][m01][s01]");
    PICTURES.put("\\d{4}-\\d\\d-\\d\\d", "[Y0001]-[M01]-[D01]");
    PICTURES.put("\\d{4}/\\d\\d/\\d\\d", "[Y0001]/[M01]/[D01]");
    PICTURES.put(
        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "[Y0001]-[M01]-[D01] [H01]:[m01]:[s01]");
    PICTURES.put(
        "\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d", "[Y0001]/[M01]/[D01] [H01]:[m01]:[s01]");
    PICTURES.put(
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d", "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]");
  }

  private TimestampFormats() {}

  static String picture(MessageField field) {
    String shown = field.facts().sample();
    String like =
        shown != null
            ? shown
            : field.facts().pattern() != null
                ? PatternSample.of(field.facts().pattern(), 0)
                : "2018-07-02T08:41:10+08:00";
    return PICTURES.entrySet().stream()
        .filter(e -> like.matches(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]+08:00");
  }
}
