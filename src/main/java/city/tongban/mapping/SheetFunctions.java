package city.tongban.mapping;

import static net.sf.saxon.value.SequenceType.SINGLE_INTEGER;
import static net.sf.saxon.value.SequenceType.SINGLE_ITEM;
import static net.sf.saxon.value.SequenceType.SINGLE_STRING;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.saxon.om.Item;
import net.sf.saxon.value.Int64Value;

/**
 * What sheets can do beyond XSLT: translate a code, and keep within a field.
 *
 * <ul>
 *   <li>{@code codes:their('id-type', applicant/idType)}: their word for ours, by {@code
 *       codes/id-type.csv}
 *   <li>{@code codes:ours('state', zt)}: our word for theirs
 *   <li>{@code wire:fit(applicant/name, 60, 'xm')}: the text, if it has room there in their bytes
 *   <li>{@code wire:number(value, 'yzj')}, {@code wire:day(value, 'qsrq')}: the value, if it is
 *       one; a day is written as {@code 20180702}
 *   <li>{@code wire:sealed(applicant/name, $delivery || '/xm')}: the text under the partner's field
 *       key, to be opened at that place only
 *   <li>{@code wire:attached(nr, zy, 'application/pdf', 300000)}: what lies in the message as
 *       base64, under its SM3 digest, is what it says it is; its size in bytes
 *   <li>{@code wire:malformed(code)}: they call our message malformed; parks it
 * </ul>
 */
final class SheetFunctions {
  // their systems take money in fen at most, and no exponents
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

  private SheetFunctions() {}

  static List<SheetFunction> all(CodeLists codes, Alphabet alphabet, FieldSeal seal) {
    return List.of(
        new SheetFunction(
            "codes",
            SheetFunction.CODES,
            "their",
            a -> their(codes, text(a[0]), a[1]),
            SINGLE_STRING,
            SINGLE_ITEM),
        new SheetFunction(
            "codes",
            SheetFunction.CODES,
            "ours",
            a -> ours(codes, text(a[0]), a[1]),
            SINGLE_STRING,
            SINGLE_ITEM),
        new SheetFunction(
            "wire",
            SheetFunction.WIRE,
            "fit",
            a -> fit(a[0], ((Int64Value) a[1]).longValue(), text(a[2]), alphabet),
            SINGLE_ITEM,
            SINGLE_INTEGER,
            SINGLE_STRING),
        new SheetFunction(
            "wire",
            SheetFunction.WIRE,
            "number",
            a -> number(a[0], text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new SheetFunction(
            "wire",
            SheetFunction.WIRE,
            "day",
            a -> day(a[0], text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new SheetFunction(
            "wire",
            SheetFunction.WIRE,
            "sealed",
            a -> seal.seal(text(a[0]), text(a[1])),
            SINGLE_ITEM,
            SINGLE_STRING),
        new SheetFunction(
            "wire",
            SheetFunction.WIRE,
            "attached",
            a -> Attachment.checked(a[0], text(a[1]), text(a[2]), ((Int64Value) a[3]).longValue()),
            SINGLE_ITEM,
            SINGLE_ITEM,
            SINGLE_STRING,
            SINGLE_INTEGER),
        new SheetFunction(
            "wire", SheetFunction.WIRE, "malformed", a -> malformed(a[0]), SINGLE_ITEM));
  }

  private static String their(CodeLists codes, String list, Item value) {
    known(codes, list);
    return codes
        .theirs(list, text(value))
        .orElseThrow(
            () ->
                Refusal.of("HUB-9002", "the back-end has no code for this value")
                    .because("it is not in codes/%s.csv".formatted(list))
                    .fix("agree on a code with the back-end and add the line; it is never guessed")
                    .at(SheetFunction.path(value)));
  }

  private static String ours(CodeLists codes, String list, Item value) {
    known(codes, list);
    return codes
        .ours(list, text(value))
        .orElseThrow(
            () ->
                Refusal.of("HUB-9010", "the answer has a code that means nothing to us")
                    .because("it is not in codes/%s.csv".formatted(list))
                    .fix("ask the back-end what it means and add the line; it is never guessed")
                    .at(SheetFunction.path(value)));
  }

  private static void known(CodeLists codes, String list) {
    if (!codes.has(list)) {
      throw Fault.of("HUB-8005", "a sheet asks for codes/%s.csv, which is not there", list)
          .fix("add the list, or correct its name in the sheet");
    }
  }

  private static String fit(Item value, long bytesMax, String field, Alphabet alphabet) {
    String text = text(value);
    int bytes = alphabet.encode(text, SheetFunction.path(value)).length;
    if (bytes > bytesMax) {
      throw Refusal.of("HUB-9006", "the value has no room in their field %s", field)
          .because(
              "it takes %d bytes in %s, and they allow %d"
                  .formatted(bytes, alphabet.charset(), bytesMax))
          .fix("agree with the back-end or the resident on a shorter form; it is never cut")
          .at(SheetFunction.path(value));
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
    return Refusal.of("HUB-9004", "the value is not what their field %s takes", field)
        .because("it is not " + form)
        .fix("correct the value at the centre and send the case anew")
        .at(SheetFunction.path(value));
  }

  private static String malformed(Item code) {
    throw Fault.of("HUB-9011", "the back-end calls our message malformed")
        .because("it answered " + SheetFunction.path(code) + " = " + text(code))
        .fix("read its words in the trail, mend the mapping, then resend");
  }

  private static String text(Item item) {
    return item.getUnicodeStringValue().toString();
  }
}
