package city.tongban.kit.scaffold;

import city.tongban.kit.source.Facts;
import city.tongban.kit.source.Shape;
import city.tongban.kit.source.Shape.Kind;
import java.util.regex.Pattern;

/** A value of the form for a field of theirs, and how a sheet writes it. */
final class Values {
  private static final Pattern BASIC_DAY =
      Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final String WORDS = "样例";

  private Values() {}

  /** In the sheet, of the value {@code .}. */
  static String written(Shape field) {
    String name = field.name().replace("'", "''");
    if (isBasicDay(field)) {
      return "wire:day(., '" + name + "')";
    }
    boolean number =
        field.kind() == Kind.NUMBER && PLAIN_NUMBER.matcher(inTheirForm(field)).matches();
    return number ? "wire:number(., '" + name + "')" : ".";
  }

  /** As it stands in our form: a day with hyphens, whatever they write. */
  static String sample(Shape field) {
    String theirs = inTheirForm(field);
    return isBasicDay(field)
        ? theirs.substring(0, 4) + "-" + theirs.substring(4, 6) + "-" + theirs.substring(6)
        : theirs;
  }

  /** As they write it. */
  static String sampleOf(Shape field) {
    return inTheirForm(field);
  }

  static String sampleOf(Facts facts) {
    return inTheirForm(Shape.leaf("", Kind.TEXT, true, facts));
  }

  private static boolean isBasicDay(Shape field) {
    return field.kind() == Kind.TEXT && BASIC_DAY.matcher(inTheirForm(field)).matches();
  }

  private static String inTheirForm(Shape field) {
    Facts facts = field.facts();
    if (!facts.words().isEmpty()) {
      return facts.words().get(0);
    }
    String shown = facts.sample();
    if (shown != null && !shown.isEmpty()) {
      return shown;
    }
    return switch (field.kind()) {
      case NUMBER -> "1";
      case BOOLEAN -> "true";
      default -> text(facts);
    };
  }

  private static String text(Facts facts) {
    if (facts.pattern() != null) {
      return PatternSample.of(facts.pattern(), facts.lengthMin());
    }
    String text = WORDS;
    while (text.length() < facts.lengthMin()) {
      text += WORDS;
    }
    return text.length() > facts.lengthMax() ? text.substring(0, facts.lengthMax()) : text;
  }
}
