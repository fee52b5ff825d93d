package city.tongban.canonical;

import java.util.regex.Pattern;

/**
 * Where the case was collected and where it belongs.
 *
 * @param collectingCentre 11-digit code of the centre the resident came to
 * @param homeCentre 11-digit code of the main centre that serves the applicant's street
 */
public record Places(String collectingCentre, String homeCentre) {
  private static final Pattern CENTRE = Pattern.compile("[0-9]{11}");
  private static final Pattern STREET = Pattern.compile("[0-9]{9}");

  public Places {
    if (!CENTRE.matcher(collectingCentre).matches()) {
      throw TextRules.wrong("the collecting centre", "is not 11 digits");
    }
    if (!CENTRE.matcher(homeCentre).matches()) {
      throw TextRules.wrong("the home centre", "is not 11 digits");
    }
  }

  static void street(String field, String code) {
    if (!STREET.matcher(code).matches()) {
      throw TextRules.wrong(field, "is not the 9 digits of a street");
    }
  }
}
