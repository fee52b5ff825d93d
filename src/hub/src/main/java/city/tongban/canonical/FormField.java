package city.tongban.canonical;

import java.util.regex.Pattern;

/** One answer on the item's own form; the name is the catalogue's, the value the resident's. */
public record FormField(String name, String value) {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final int VALUE_MAX = 2000;

  public FormField {
    if (!NAME.matcher(name).matches()) {
      throw TextRules.wrong("the name of a form field", "is not like monthlyRent");
    }
    value = TextRules.lines("the form field " + name, value, VALUE_MAX);
  }
}
