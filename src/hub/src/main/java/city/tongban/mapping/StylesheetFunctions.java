package city.tongban.mapping;

import static net.sf.saxon.value.SequenceType.SINGLE_INTEGER;
import static net.sf.saxon.value.SequenceType.SINGLE_ITEM;
import static net.sf.saxon.value.SequenceType.SINGLE_STRING;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.mapping.CodeLine.Way;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.Item;
import net.sf.saxon.value.Int64Value;

/**
 * The extension functions: translate a code, and check that a value fits its field.
 *
 * <ul>
 *   <li>{@code codes:their('id-type', applicant/idType)}: the back-end's code, by {@code
 *       codes/id-type.csv}
 *   <li>{@code codes:ours('state', zt)}: the canonical code
 *   <li>{@code codes:their('id-type', applicant/idType, substring(applicant/idNumber, 1, 1))}:
 *       where a second field decides (column {@code when}); {@code codes:ours('state', zt, (),
 *       sj)}: by a day of the message (columns {@code from}, {@code to})
 *   <li>{@code wire:fit(applicant/name, 60, 'xm')}: the text, if it fits in bytes of the back-end's
 *       charset
 *   <li>{@code wire:number(value, 'yzj')}, {@code wire:day(value, 'qsrq')}: the value, if it is
 *       one; a day is written as {@code 20180702}
 *   <li>{@code wire:sealed(applicant/name, $delivery || '/xm')}: the encrypted text, which opens
 *       only in that message and field
 *   <li>{@code wire:sm3(text)}: the digest of a text in UTF-8, in hexadecimal
 *   <li>{@code wire:attached(nr, zy, 'application/pdf', 300000)}: verifies a base64 document by
 *       type, size and SM3 digest; returns its size in bytes
 *   <li>{@code wire:malformed(code)}: the back-end calls the message malformed; parks the delivery
 * </ul>
 */
final class StylesheetFunctions {
  // back-ends take at most two decimals and no exponent
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

  private StylesheetFunctions() {}

  static List<ExtensionFunctionDefinition> all(
      CodeLists codes, CharsetCodec alphabet, FieldEncryption seal) {
    return List.of(
        new CodeFunction(Way.TO_THEIRS, codes),
        new CodeFunction(Way.TO_OURS, codes),
        new StylesheetFunction(
            "wire",
            StylesheetFunction.WIRE,
            "fit",
            a -> fit(a[0], ((Int64Value) a[1]).longValue(), text(a[2]), alphabet),
            SINGLE_ITEM,
            SINGLE_INTEGER,
            SINGLE_STRING),
        new StylesheetFunction(
            "wire",
            StylesheetFunction.WIRE,
            "number",
            a -> number(a[0], text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new StylesheetFunction(
            "wire",
            StylesheetFunction.WIRE,
            "day",
            a -> day(a[0], text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new StylesheetFunction(
            "wire",
            StylesheetFunction.WIRE,
            "sealed",
            a -> seal.seal(text(a[0]), text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new StylesheetFunction(
            "wire", StylesheetFunction.WIRE, "sm3", a -> Sm3.hex(utf8(text(a[0]))), SINGLE_STRING),
        new StylesheetFunction(
            "wire",
            StylesheetFunction.WIRE,
            "attached",
            a -> Attachment.checked(a[0], text(a[1]), text(a[2]), ((Int64Value) a[3]).longValue()),
            SINGLE_ITEM,
            SINGLE_ITEM,
            SINGLE_STRING,
            SINGLE_INTEGER),
        new StylesheetFunction(
            "wire", StylesheetFunction.WIRE, "malformed", a -> malformed(a[0]), SINGLE_ITEM));
  }

  private static String fit(Item value, long bytesMax, String field, CharsetCodec alphabet) {
    String text = text(value);
    int bytes = alphabet.encode(text, StylesheetFunction.path(value)).length;
    if (bytes > bytesMax) {
      throw Refusal.of("HUB-9006", "the value is too long for the field %s", field)
          .because(
              "it takes %d bytes in %s, and %d are allowed"
                  .formatted(bytes, alphabet.charset(), bytesMax))
          .fix("agree with the department or the resident on a shorter form; the hub never cuts")
          .at(StylesheetFunction.path(value));
    }
    return text;
  }

  private static String number(Item value, String field) {
    String text = text(value);
    if (!NUMBER.matcher(text).matches()) {
      throw unfit(value, field, "a number such as 5200 or 36.5");
    }
    return text;
  }

  private static String day(Item value, String field) {
    try {
      return LocalDate.parse(text(value)).format(DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw unfit(value, field, "a day such as 2018-08-01");
    }
  }

  private static Refusal unfit(Item value, String field, String form) {
    return Refusal.of("HUB-9004", "the value does not have the form of the field %s", field)
        .because("it is not " + form)
        .fix("correct the value at the centre and send the case anew")
        .at(StylesheetFunction.path(value));
  }

  private static String malformed(Item code) {
    throw Fault.of("HUB-9011", "the back-end calls the message malformed")
        .because("it answered " + StylesheetFunction.path(code) + " = " + text(code))
        .fix("read its answer in the trace, correct the mapping, then resend");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Item item) {
    return item.getUnicodeStringValue().toString();
  }
}
