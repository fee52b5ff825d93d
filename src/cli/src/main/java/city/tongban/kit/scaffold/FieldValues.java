package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.MessageField.Kind;
import city.tongban.kit.source.TextConstraints;
import java.util.regex.Pattern;

/**
 * A form value for a field of the department, and the expression that a stylesheet writes for it.
 */
final class FieldValues {
  private static final Pattern BASIC_DAY =
      Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
  private static final String WORDS = "样例";

  private FieldValues() {}

  /** The expression that converts the value {@code .} in the stylesheet. */
  static String written(MessageField field) {
    String name = field.name().replace("'", "''");
    if (isBasicDay(field)) {
      return "wire:day(., '" + name + "')";
    }
    boolean number =
        field.kind() == Kind.NUMBER && PLAIN_NUMBER.matcher(inTheirForm(field)).matches();
    return number ? "wire:number(., '" + name + "')" : ".";
  }

  /** The value in our form: a date with hyphens, whatever format the department uses. */
  static String sample(MessageField field) {
    String theirs = inTheirForm(field);
    return isBasicDay(field)
        ? theirs.substring(0, 4) + "-" + theirs.substring(4, 6) + "-" + theirs.substring(6)
        : theirs;
  }

  /** The value in the department's format. */
  static String sampleOf(MessageField field) {
    return inTheirForm(field);
  }

  static String sampleOf(TextConstraints facts) {
    return inTheirForm(MessageField.leaf("", Kind.TEXT, true, facts));
  }

  private static boolean isBasicDay(MessageField field) {
    return field.kind() == Kind.TEXT && BASIC_DAY.matcher(inTheirForm(field)).matches();
  }

  private static String inTheirForm(MessageField field) {
    TextConstraints facts = field.facts();
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

  private static String text(TextConstraints facts) {
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
