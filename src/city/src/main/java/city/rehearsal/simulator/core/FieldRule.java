package city.rehearsal.simulator.core;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of fields in a department's contract.
 *
 * @param bytesMax width in the department's charset
 * @param complaint the department's words for a text in another format
 */
public record FieldRule(
    String name, int bytesMax, boolean required, Predicate<String> format, String complaint) {

  /** A field that must be there. */
  public static FieldRule need(String name, int bytesMax, Predicate<String> format) {
    return new FieldRule(name, bytesMax, true, format, "格式错误");
  }

  /** A field that may be there. */
  public static FieldRule may(String name, int bytesMax, Predicate<String> format) {
    return new FieldRule(name, bytesMax, false, format, "格式错误");
  }

  /**
   * Checks that every field keeps its rule, and that no other field is there.
   *
   * @param unknown the department's words for a field that is not in the table
   */
  public static void check(List<FieldRule> rules, Fields fields, Charset charset, String unknown)
      throws FormatException {
    for (FieldRule rule : rules) {
      rule.check(fields.get(rule.name), charset);
    }
    for (String name : fields.values().keySet()) {
      if (rules.stream().noneMatch(rule -> rule.name.equals(name))) {
        throw new FormatException(name + unknown);
      }
    }
  }

  /**
   * Checks one text.
   *
   * @param text null for a field that is absent
   */
  public void check(@Nullable String text, Charset charset) throws FormatException {
    if (text == null) {
      if (required) {
        throw new FormatException(name + "必填");
      }
      return;
    }
    try {
      if (Text.width(text, charset) > bytesMax) {
        throw new FormatException(name + "超过" + bytesMax + "字节");
      }
    } catch (CharacterCodingException e) {
      throw new FormatException(name + "含无法编码的字符");
    }
    if (!format.test(text)) {
      throw new FormatException(name + complaint);
    }
  }
}
