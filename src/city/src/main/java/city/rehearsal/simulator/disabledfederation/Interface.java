package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The interfaces and their fields, widths in bytes of UTF-8. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Interface {
  /** Allowance for transport. */
  JTBT("/traffic-allowance", applying(need("YHKH", 19, "\\d{12,19}"))),
  /** Living allowance for those in need. */
  SHBT(
      "/living-allowance",
      applying(need("JTRS", 2, "[1-9]\\d?"), need("YSR", 9, "\\d+(\\.\\d+)?"))),
  /** Allowance for the care of severe cases. */
  HLBT("/care-allowance", applying(need("HLFS", 60, ".+"))),
  /** A telephone tariff for those who do not hear or speak; kept by an older system. */
  XXTC("/information-card", applying(need("SJHM", 11, "1\\d{10}"))),
  /** Takes an application back. */
  CXSQ(
      "/withdrawal",
      List.of(need("LSH", 64, ".+"), need("BJBH", 32, ".+"), need("CXYY", 300, ".+")));

  private record Field(String name, int bytesMax, boolean required, Pattern form) {
    void check(@Nullable String text) throws FieldError {
      if (text == null) {
        if (required) {
          throw new FieldError(name, "必填");
        }
        return;
      }
      if (width(text) > bytesMax) {
        throw new FieldError(name, "超过" + bytesMax + "字节");
      }
      if (!form.matcher(text).matches() || !text.equals(text.strip())) {
        throw new FieldError(name, "格式错误");
      }
    }

    private int width(String text) throws FieldError {
      try {
        return Text.width(text, StandardCharsets.UTF_8);
      } catch (CharacterCodingException e) {
        throw new FieldError(name, "含无法编码的字符");
      }
    }
  }

  private final String path;
  private final List<Field> fields;

  Interface(String path, List<Field> fields) {
    this.path = path;
    this.fields = fields;
  }

  private static Field need(String name, int bytesMax, String form) {
    return new Field(name, bytesMax, true, Pattern.compile(form));
  }

  private static List<Field> applying(Field... own) {
    Stream<Field> common =
        Stream.of(
            need("LSH", 64, ".+"),
            need("BJBH", 32, ".+"),
            need("XM", 60, ".+"),
            need("ZJLX", 1, "[12345]"),
            need("ZJHM", 20, "[0-9A-Z()]{5,20}"),
            new Field("LXDH", 20, false, Pattern.compile("\\+?[0-9][0-9-]{4,18}")),
            need("SLDW", 11, "\\d{11}"),
            need("SQSJ", 19, "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"),
            need("CJZH", 20, "\\d{17}[0-9X]\\d{2}"));
    return Stream.concat(common, Arrays.stream(own)).toList();
  }

  static Optional<Interface> at(@Nullable String path) {
    return Arrays.stream(values()).filter(i -> ("/gateway" + i.path).equals(path)).findFirst();
  }

  /** The id under which its caller is known here, and only here. */
  String application() {
    return "TBSN-" + name();
  }

  boolean applies() {
    return this != CXSQ;
  }

  /** Every field in its form and width, and none that the interface does not have. */
  void check(Map<String, String> message) throws FieldError {
    for (Field field : fields) {
      field.check(message.get(field.name()));
    }
    for (String name : message.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw new FieldError(name, "不是本接口的字段");
      }
    }
    if (applies()) {
      person(message);
    }
  }

  private static void person(Map<String, String> message) throws FieldError {
    Optional<String> flaw = Text.flawInName(String.valueOf(message.get("XM")));
    if (flaw.isPresent()) {
      throw new FieldError("XM", flaw.get());
    }
    if ("1".equals(message.get("ZJLX"))
        && CitizenNumber.birth(String.valueOf(message.get("ZJHM"))).isEmpty()) {
      throw new FieldError("ZJHM", "校验位或日期错误");
    }
  }
}
