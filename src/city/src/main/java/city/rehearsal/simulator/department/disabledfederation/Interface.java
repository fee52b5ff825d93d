package city.rehearsal.simulator.department.disabledfederation;

import static city.rehearsal.simulator.core.FieldRule.may;
import static city.rehearsal.simulator.core.FieldRule.need;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.FieldRule;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The interfaces and their fields, widths in bytes of UTF-8. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Interface {
  /** Allowance for transport. */
  JTBT("/traffic-allowance", applying(need("YHKH", 19, Formats.matching("\\d{12,19}")))),
  /** Living allowance for those in need. */
  SHBT(
      "/living-allowance",
      applying(
          need("JTRS", 2, Formats.matching("[1-9]\\d?")),
          need("YSR", 9, Formats.matching("\\d+(\\.\\d+)?")))),
  /** Allowance for the care of severe cases. */
  HLBT("/care-allowance", applying(need("HLFS", 60, text()))),
  /** A telephone tariff for people who do not hear or speak; an older system behind the gateway. */
  XXTC("/information-card", applying(need("SJHM", 11, Formats.matching("1\\d{10}")))),
  /** Withdraws an application. */
  CXSQ(
      "/withdrawal",
      List.of(need("LSH", 64, text()), need("BJBH", 32, text()), need("CXYY", 300, text())));

  private final String path;
  private final List<FieldRule> rules;

  Interface(String path, List<FieldRule> rules) {
    this.path = path;
    this.rules = rules;
  }

  /** One line without blanks around it. */
  private static Predicate<String> text() {
    return Formats.matching(".+").and(text -> text.equals(text.strip()));
  }

  private static List<FieldRule> applying(FieldRule... own) {
    Stream<FieldRule> common =
        Stream.of(
            need("LSH", 64, text()),
            need("BJBH", 32, text()),
            need("XM", 60, text()),
            need("ZJLX", 1, Formats.matching("[12345]")),
            need("ZJHM", 20, Formats.DOCUMENT_NUMBER),
            may("LXDH", 20, Formats.PHONE),
            need("SLDW", 11, Formats.CENTRE),
            need("SQSJ", 19, Formats.matching("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")),
            need("CJZH", 20, Formats.matching("\\d{17}[0-9X]\\d{2}")));
    return Stream.concat(common, Arrays.stream(own)).toList();
  }

  static Optional<Interface> at(@Nullable String path) {
    return Arrays.stream(values()).filter(i -> ("/gateway" + i.path).equals(path)).findFirst();
  }

  /** The application id under which the caller may use this interface, and no other. */
  String applicationId() {
    return "TBSN-" + name();
  }

  boolean isApplication() {
    return this != CXSQ;
  }

  /** Checks every field, and that no field is there that the interface does not have. */
  void check(Fields fields) throws FormatException {
    FieldRule.check(rules, fields, StandardCharsets.UTF_8, "不是本接口的字段");
    if (isApplication()) {
      checkPerson(fields);
    }
  }

  private static void checkPerson(Fields fields) throws FormatException {
    Optional<String> flaw = Text.flawInName(fields.required("XM"));
    if (flaw.isPresent()) {
      throw new FormatException("XM" + flaw.get());
    }
    if ("1".equals(fields.get("ZJLX")) && CitizenNumber.birth(fields.required("ZJHM")).isEmpty()) {
      throw new FormatException("ZJHM校验位或日期错误");
    }
  }
}
