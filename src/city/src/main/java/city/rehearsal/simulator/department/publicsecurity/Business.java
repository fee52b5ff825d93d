package city.rehearsal.simulator.department.publicsecurity;

import static city.rehearsal.simulator.core.FieldRule.may;
import static city.rehearsal.simulator.core.FieldRule.need;

import city.rehearsal.simulator.core.FieldRule;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of application and their fields, widths in bytes of UTF-8. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Business {
  /** A residence permit was lost. */
  LOSS("0101", need("JZZBH", 12, Formats.matching("\\d{12}")), need("DSRQ", 8, Formats.DAY)),
  /** A new residence permit: the card is made later. */
  ISSUE(
      "0201",
      need("JZDZ", 200, Formats.TEXT),
      need("DJRQ", 8, Formats.DAY),
      need("SBYS", 3, Formats.MONTHS)),
  /** A residence permit for another year. */
  ENDORSEMENT("0202", need("JZZBH", 12, Formats.matching("\\d{12}"))),
  /** A person lives elsewhere than registered. */
  REGISTRATION(
      "0301",
      need("JZDZ", 200, Formats.TEXT),
      need("RZRQ", 8, Formats.DAY),
      need("JZSY", 1, Formats.matching("[1-4]")));

  private static final List<FieldRule> COMMON =
      List.of(
          need("QQBH", 64, Formats.TEXT),
          need("AJBH", 32, Formats.TEXT),
          need("YWLX", 4, Formats.TEXT),
          need("XM", 60, Formats.NAME),
          new FieldRule("GMSFHM", 18, false, Formats.CITIZEN, "校验不通过"),
          may("ZJLX", 3, Formats.matching("414|511|516|553")),
          may("ZJHM", 20, Formats.DOCUMENT_NUMBER),
          may("LXDH", 20, Formats.PHONE),
          need("SLDW", 11, Formats.CENTRE),
          need("SQSJ", 14, Formats.TIME));

  private final String code;
  private final List<FieldRule> own;

  Business(String code, FieldRule... own) {
    this.code = code;
    this.own = List.of(own);
  }

  /** The kind of a correct application. */
  static Business of(Fields fields) throws FormatException {
    Business business =
        Arrays.stream(values())
            .filter(kind -> kind.code.equals(fields.get("YWLX")))
            .findFirst()
            .orElseThrow(() -> new FormatException("YWLX不存在"));
    RequestHandler.check(Stream.concat(COMMON.stream(), business.own.stream()).toList(), fields);
    boolean citizen = fields.get("GMSFHM") != null;
    if (citizen == (fields.get("ZJHM") != null) || citizen == (fields.get("ZJLX") != null)) {
      throw new FormatException("GMSFHM与其他证件应二选一");
    }
    return business;
  }
}
