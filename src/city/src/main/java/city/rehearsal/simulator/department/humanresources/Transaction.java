package city.rehearsal.simulator.department.humanresources;

import static city.rehearsal.simulator.core.FieldRule.may;
import static city.rehearsal.simulator.core.FieldRule.need;

import city.rehearsal.simulator.core.FieldRule;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.Text;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The transactions and their fields, widths in bytes of GB18030. The table is {@code
 * root-messages.md}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Transaction {
  /** Registers a person who has lost work. */
  RS0110(applying(need("AAC161", 100, Formats.TEXT), need("AAE140", 8, Formats.DAY))),
  /** Asks for unemployment benefit. */
  RS0112(
      applying(
          need("AAE201", 3, Formats.MONTHS), need("AAE010", 19, Formats.matching("\\d{12,19}")))),
  /** Registers a person who works without an employer. */
  RS0113(
      applying(need("ACA111", 60, Formats.TEXT), may("GZZJLX", 2, Formats.matching("11|12|14")))),
  /** Asks for the contributions to a pension account. */
  RS0223(asking()),
  /** Asks for the pension that is paid. */
  RS0224(asking()),
  /** Asks what became of a message. */
  Q001(List.of(need("YMSGID", 64, Formats.TEXT))),
  /** Withdraws an application. */
  C001(List.of(need("YMSGID", 64, Formats.TEXT), need("CXYY", 200, Formats.TEXT)));

  private static final List<FieldRule> HEAD =
      List.of(
          may("TRANSCODE", 64, Formats.TEXT),
          need("MSGID", 64, Formats.TEXT),
          need("SENDTIME", 14, Formats.TIME));

  private final List<FieldRule> rules;

  Transaction(List<FieldRule> rules) {
    this.rules = rules;
  }

  private static FieldRule documentType() {
    return need("AAC058", 2, Formats.matching("0[145678]"));
  }

  private static List<FieldRule> asking() {
    return List.of(
        need("AAC003", 50, Formats.NAME),
        documentType(),
        need("AAC002", 20, Formats.DOCUMENT_NUMBER),
        need("SLJG", 11, Formats.CENTRE),
        need("CXSJ", 14, Formats.TIME));
  }

  private static List<FieldRule> applying(FieldRule... own) {
    Stream<FieldRule> common =
        Stream.of(
            need("CASENO", 32, Formats.TEXT),
            need("AAC003", 50, Formats.NAME),
            documentType(),
            need("AAC002", 20, Formats.DOCUMENT_NUMBER),
            may("AAE005", 20, Formats.PHONE),
            need("SLJG", 11, Formats.CENTRE),
            need("SQSJ", 14, Formats.TIME));
    return Stream.concat(common, Arrays.stream(own)).toList();
  }

  static Transaction of(RootMessage message) throws FormatException {
    return Arrays.stream(values())
        .filter(transaction -> transaction.name().equals(message.transcode()))
        .findFirst()
        .orElseThrow(() -> new FormatException("TRANSCODE不存在"));
  }

  private boolean namesAPerson() {
    return this != Q001 && this != C001;
  }

  /** Checks every field, and that no field is there that the transaction does not have. */
  void check(RootMessage message) throws FormatException {
    FieldRule.check(HEAD, message.head(), Text.GB18030, "不是接口字段");
    FieldRule.check(rules, message.body(), Text.GB18030, "不是本交易的字段");
    if (namesAPerson()) {
      IdDocuments.check(message);
    }
  }
}
