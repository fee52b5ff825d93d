package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of one segment; a field that is not read is refused at the end. */
final class Segment {
  private static final DateTimeFormatter DAYS =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final String name;
  private final String[] fields;
  private final Set<Integer> read = new HashSet<>();

  Segment(String line) {
    fields = line.split("\\|", -1);
    name = fields[0];
  }

  String name() {
    return name;
  }

  boolean has(int field) {
    read.add(field);
    return field < fields.length && !fields[field].isEmpty();
  }

  /** A component of a field, unescaped. */
  String text(int field, int component, int bytesMax) throws Hl7Exception {
    if (!has(field)) {
      throw Hl7Exception.missing(path(field));
    }
    String[] components = fields[field].split("\\^", -1);
    String raw = component <= components.length ? components[component - 1] : "";
    if (raw.isEmpty()) {
      throw Hl7Exception.missing(path(field));
    }
    String text = unescaped(field, raw);
    if (text.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
      throw Hl7Exception.form(path(field), "超过" + bytesMax + "字节");
    }
    return text;
  }

  String text(int field, int bytesMax) throws Hl7Exception {
    return text(field, 1, bytesMax);
  }

  String text(int field, Pattern shape) throws Hl7Exception {
    String text = text(field, 64);
    if (!shape.matcher(text).matches()) {
      throw Hl7Exception.form(path(field), "格式不符");
    }
    return text;
  }

  LocalDate day(int field) throws Hl7Exception {
    try {
      return LocalDate.parse(text(field, 8), DAYS);
    } catch (DateTimeException e) {
      throw Hl7Exception.form(path(field), "应为日期");
    }
  }

  /** The name of a person. */
  String person(int nameField, int nameComponent) throws Hl7Exception {
    String person = text(nameField, nameComponent, 150);
    String flaw = Text.flawInName(person).orElse("");
    if (!flaw.isEmpty()) {
      throw Hl7Exception.form(path(nameField), flaw);
    }
    return person;
  }

  /** The number of a person's papers; the check digit of a resident's is verified. */
  String papers(int field, int typeComponent) throws Hl7Exception {
    String number = text(field, 1, 20);
    String type = text(field, typeComponent, 2);
    if (!Set.of("01", "03", "06", "07", "10").contains(type)) {
      throw new Hl7Exception("103^Table value not found", path(field) + ": 证件类别不在字典内");
    }
    if (type.equals("01") && CitizenNumber.birth(number).isEmpty()) {
      throw Hl7Exception.form(path(field), "证件号码校验不通过");
    }
    return number;
  }

  void nothingElse() throws Hl7Exception {
    for (int i = 1; i < fields.length; i++) {
      if (!fields[i].isEmpty() && !read.contains(i)) {
        throw Hl7Exception.form(path(i), "不是约定字段");
      }
    }
  }

  private String unescaped(int field, String raw) throws Hl7Exception {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      int end = c == '\\' ? raw.indexOf('\\', at + 1) : at;
      if (c == '&' || c == '~' || end < 0) {
        throw Hl7Exception.form(path(field), "含未转义的分隔符");
      }
      text.append(c == '\\' ? meaning(field, raw.substring(at + 1, end)) : String.valueOf(c));
      at = end + 1;
    }
    return text.toString();
  }

  private String meaning(int field, String escape) throws Hl7Exception {
    return switch (escape) {
      case "F" -> "|";
      case "S" -> "^";
      case "T" -> "&";
      case "R" -> "~";
      case "E" -> "\\";
      case "X0A" -> "\n";
      case "X09" -> "\t";
      default -> throw Hl7Exception.form(path(field), "转义序列未约定");
    };
  }

  private String path(int field) {
    return name + "-" + field;
  }
}
