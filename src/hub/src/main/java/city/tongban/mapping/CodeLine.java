package city.tongban.mapping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a code list: a canonical code, the back-end's code, and when they are equivalent.
 *
 * @param number of the line in its file
 * @param when required value of the second field; null when it does not matter
 * @param span the days on which the line is valid
 */
record CodeLine(
    int number, String ours, @Nullable String when, String theirs, ValidityPeriod span) {

  /** The direction of a lookup. */
  enum Way {
    TO_THEIRS(CodeLine::ours, CodeLine::theirs, "canonical"),
    TO_OURS(CodeLine::theirs, CodeLine::ours, "back-end");

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<CodeLine, String> from;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<CodeLine, String> to;

    private final String whose;

    Way(Function<CodeLine, String> from, Function<CodeLine, String> to, String whose) {
      this.from = from;
      this.to = to;
      this.whose = whose;
    }

    String from(CodeLine line) {
      return from.apply(line);
    }

    String to(CodeLine line) {
      return to.apply(line);
    }

    /** {@code our code HK_MACAO_PERMIT}. */
    String shown(CodeLine line) {
      return whose + " code " + from(line);
    }
  }

  /** Whether both lines can apply to one message: neither second field nor day separates them. */
  boolean meets(CodeLine other) {
    return sameField(other) && span.meets(other.span);
  }

  boolean sameField(CodeLine other) {
    return when == null || other.when == null || when.equals(other.when);
  }
}
