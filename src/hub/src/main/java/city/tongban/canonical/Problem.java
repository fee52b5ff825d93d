package city.tongban.canonical;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure described for a person: what, why, and how to correct it.
 *
 * @param code stable code with a heading in the runbook, {@code HUB-1001}
 * @param what what happened, in a sentence that names the field and never the resident's data
 * @param why the evidence for the sentence
 * @param fix how to put it right
 * @param at path of the offending field in the sender's own message, {@code /applicant/idNumber}
 * @param arguments the values in {@code what}, in their order, for its translation by {@code
 *     code.HUB-…} of the message files; empty in rows written before version 0.2.0
 */
public record Problem(
    String code,
    String what,
    @Nullable String why,
    @Nullable String fix,
    @Nullable String at,
    List<String> arguments) {

  @SuppressWarnings("ConstantValue") // an older row has no such field
  public Problem {
    arguments = arguments == null ? List.of() : List.copyOf(arguments);
  }

  public Problem(
      String code, String what, @Nullable String why, @Nullable String fix, @Nullable String at) {
    this(code, what, why, fix, at, List.of());
  }

  /**
   * Begins a problem by its code and sentence.
   *
   * @param what sentence in the form of {@link String#format}
   */
  @SuppressWarnings("AnnotateFormatMethod") // some sentences come from files
  static Problem of(String code, String what, Object... values) {
    return new Problem(
        code,
        what.formatted(values),
        null,
        null,
        null,
        Arrays.stream(values).map(String::valueOf).toList());
  }

  Problem because(String why) {
    return new Problem(code, what, why, fix, at, arguments);
  }

  Problem fix(String fix) {
    return new Problem(code, what, why, fix, at, arguments);
  }

  /** The same problem at a path of the sender's message. */
  public Problem at(@Nullable String path) {
    return new Problem(code, what, why, fix, path, arguments);
  }
}
