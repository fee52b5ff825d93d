package city.rehearsal.simulator.publicsecurity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of business and their fields, widths in bytes of UTF-8. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies
enum Business {
  /** A residence permit was lost. */
  LOSS("0101", need("JZZBH", 12, Form.CARD), need("DSRQ", 8, Form.DAY)),
  /** A new residence permit: the card is made later. */
  ISSUE(
      "0201",
      need("JZDZ", 200, Form.TEXT),
      need("DJRQ", 8, Form.DAY),
      need("SBYS", 3, Form.MONTHS)),
  /** A residence permit for another year. */
  ENDORSEMENT("0202", need("JZZBH", 12, Form.CARD)),
  /** Somebody lives elsewhere than registered. */
  REGISTRATION(
      "0301",
      need("JZDZ", 200, Form.TEXT),
      need("RZRQ", 8, Form.DAY),
      need("JZSY", 1, Form.LIVING_REASON));

  private static final List<Field> COMMON =
      List.of(
          need("QQBH", 64, Form.TEXT),
          need("AJBH", 32, Form.TEXT),
          need("YWLX", 4, Form.TEXT),
          need("XM", 60, Form.NAME),
          may("GMSFHM", 18, Form.CITIZEN),
          may("ZJLX", 3, Form.PAPERS),
          may("ZJHM", 20, Form.NUMBER_OF_PAPERS),
          may("LXDH", 20, Form.PHONE),
          need("SLDW", 11, Form.CENTRE),
          need("SQSJ", 14, Form.TIME));

  /** A field and what it must be like. */
  record Field(String name, int bytesMax, boolean required, Form form) {
    void check(Fields fields) throws FieldError {
      String text = fields.get(name);
      if (text == null) {
        if (required) {
          throw new FieldError(name, "必填");
        }
        return;
      }
      if (text.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
        throw new FieldError(name, "超过" + bytesMax + "字节");
      }
      if (!form.fits(text)) {
        throw new FieldError(name, form == Form.CITIZEN ? "校验不通过" : "格式错误");
      }
    }
  }

  private final String code;
  private final List<Field> own;

  Business(String code, Field... own) {
    this.code = code;
    this.own = List.of(own);
  }

  static Field need(String name, int bytesMax, Form form) {
    return new Field(name, bytesMax, true, form);
  }

  private static Field may(String name, int bytesMax, Form form) {
    return new Field(name, bytesMax, false, form);
  }

  /** The business that an application is about, when all of it is filled in properly. */
  static Business of(Fields fields) throws FieldError {
    Business business =
        Arrays.stream(values())
            .filter(b -> b.code.equals(fields.get("YWLX")))
            .findFirst()
            .orElse(null);
    if (business == null) {
      throw new FieldError("YWLX", "不存在");
    }
    check(fields, Stream.concat(COMMON.stream(), business.own.stream()).toList());
    boolean citizen = fields.get("GMSFHM") != null;
    if (citizen == (fields.get("ZJHM") != null) || citizen == (fields.get("ZJLX") != null)) {
      throw new FieldError("GMSFHM", "与其他证件应二选一");
    }
    return business;
  }

  /** Every field in its form and width, and none that the document does not have. */
  static void check(Fields fields, List<Field> known) throws FieldError {
    for (Field field : known) {
      field.check(fields);
    }
    for (String name : fields.names()) {
      if (known.stream().noneMatch(field -> field.name().equals(name))) {
        throw new FieldError(name, "不是接口字段");
      }
    }
  }
}
