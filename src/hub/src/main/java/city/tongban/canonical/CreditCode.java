package city.tongban.canonical;

import java.util.regex.Pattern;

/** A unified social credit code of an organisation, 18 places (GB 32100-2015). */
public record CreditCode(String value) {
  // no I, O, S, V and Z: they look like 1, 0, 5, U and 2
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{18}");
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  public CreditCode {
    if (!SHAPE.matcher(value).matches()) {
      throw wrong("it has not 18 places of digits and capitals without I, O, S, V and Z");
    }
    if (value.charAt(17) != check(value)) {
      throw wrong("its check character does not fit the rest (GB 32100-2015)");
    }
  }

  private static char check(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-1018", "the unified social credit code is wrong")
        .because(why)
        .fix("copy the code from the licence again");
  }

  @Override
  public String toString() {
    return value;
  }
}
