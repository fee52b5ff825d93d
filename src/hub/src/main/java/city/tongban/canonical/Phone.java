package city.tongban.canonical;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A telephone number: digits, with a leading + for another country. Leading zeros stay: they belong
 * to the area code.
 */
public record Phone(String value) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "1[3-9][0-9]{9}" // mobile
              + "|0(10|2[0-9])[0-9]{8}|0[3-9][0-9]{2}[0-9]{7,8}" // area code and number
              + "|\\+[1-9][0-9]{6,14}"); // E.164

  public Phone {
    if (!SHAPE.matcher(value).matches()) {
      throw wrong("it is no mobile number, no area code and number, and no + and country code");
    }
  }

  /** The number without the spaces and hyphens that people write into it. */
  public static Normalised<Phone> of(String raw) {
    // 0571-1234567-8 is a number and an extension; without hyphens it would be another number
    if (raw.startsWith("0") && raw.indexOf('-') != raw.lastIndexOf('-')) {
      throw wrong("it has an extension");
    }
    Phone phone = new Phone(raw.replace(" ", "").replace("-", ""));
    return new Normalised<>(
        phone, phone.value.equals(raw) ? List.of() : List.of("without spaces and hyphens"));
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-1017", "the telephone number has not the form of one")
        .because(why)
        .fix("send a mobile number, 02162345678 with its area code, or +85291234567");
  }

  @Override
  public String toString() {
    return value;
  }
}
