package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.Text;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transactions and their fields, widths in bytes of GB18030. The table is {@code
 * root-messages.md}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Transaction {
  /** Registers somebody who has lost work. */
  RS0110(applying(need("AAC161", 100, Form.TEXT), need("AAE140", 8, Form.DAY))),
  /** Asks for unemployment benefit. */
  RS0112(applying(need("AAE201", 3, Form.MONTHS), need("AAE010", 19, Form.CARD))),
  /** Registers somebody who works without an employer. */
  RS0113(applying(need("ACA111", 60, Form.TEXT), new Field("GZZJLX", 2, false, Form.WORK_PAPER))),
  /** Asks which contributions stand in a pension account. */
  RS0223(asking()),
  /** Asks which pension is paid. */
  RS0224(asking()),
  /** Asks what became of a message. */
  Q001(List.of(need("YMSGID", 64, Form.TEXT))),
  /** Takes an application back. */
  C001(List.of(need("YMSGID", 64, Form.TEXT), need("CXYY", 200, Form.TEXT)));

  private static final Field MSGID = need("MSGID", 64, Form.TEXT);
  private static final Field SENDTIME = need("SENDTIME", 14, Form.TIME);

  private record Field(String name, int bytesMax, boolean required, Form form) {
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
      if (!form.fits(text)) {
        throw new FieldError(name, "格式错误");
      }
    }

    private int width(String text) throws FieldError {
      try {
        return Text.width(text, Envelope.GB18030);
      } catch (CharacterCodingException e) {
        throw new FieldError(name, "含无法编码的字符");
      }
    }
  }

  private final List<Field> fields;

  Transaction(List<Field> fields) {
    this.fields = fields;
  }

  private static Field need(String name, int bytesMax, Form form) {
    return new Field(name, bytesMax, true, form);
  }

  private static List<Field> asking() {
    return List.of(
        need("AAC003", 50, Form.NAME),
        need("AAC058", 2, Form.PAPERS),
        need("AAC002", 20, Form.NUMBER_OF_PAPERS),
        need("SLJG", 11, Form.CENTRE),
        need("CXSJ", 14, Form.TIME));
  }

  private static List<Field> applying(Field... own) {
    Stream<Field> common =
        Stream.of(
            need("CASENO", 32, Form.TEXT),
            need("AAC003", 50, Form.NAME),
            need("AAC058", 2, Form.PAPERS),
            need("AAC002", 20, Form.NUMBER_OF_PAPERS),
            new Field("AAE005", 20, false, Form.PHONE),
            need("SLJG", 11, Form.CENTRE),
            need("SQSJ", 14, Form.TIME));
    return Stream.concat(common, Arrays.stream(own)).toList();
  }

  static Transaction of(RootMessage message) throws FieldError {
    Optional<Transaction> transaction =
        Arrays.stream(values()).filter(t -> t.name().equals(message.transcode())).findFirst();
    return transaction.orElseThrow(() -> new FieldError("TRANSCODE", "不存在"));
  }

  private boolean namesAPerson() {
    return this != Q001 && this != C001;
  }

  /** Every field in its form and width, and none that the transaction does not have. */
  void check(RootMessage message) throws FieldError {
    MSGID.check(message.msgId().isEmpty() ? null : message.msgId());
    SENDTIME.check(message.head().get("SENDTIME"));
    for (Field field : fields) {
      field.check(message.field(field.name()));
    }
    for (String name : message.body().keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw new FieldError(name, "不是本交易的字段");
      }
    }
    if (namesAPerson()) {
      Papers.check(message);
    }
  }
}
