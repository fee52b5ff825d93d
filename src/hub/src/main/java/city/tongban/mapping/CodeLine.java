package city.tongban.mapping;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a code list: a word of ours, a word of theirs, and when the two mean the same.
 *
 * @param number in its file, for those who mend it
 * @param when what the second field must say; null when it has no say
 * @param span the days on which it holds
 */
record CodeLine(
    int number, String ours, @Nullable String when, String theirs, ValidityPeriod span) {

  /** Which way a list is read. */
  enum Way {
    TO_THEIRS(CodeLine::ours, CodeLine::theirs, "our"),
    TO_OURS(CodeLine::theirs, CodeLine::ours, "their");

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

  /** Whether both can speak of one message: no second field keeps them apart, and no day. */
  boolean meets(CodeLine other) {
    return sameField(other) && span.meets(other.span);
  }

  boolean sameField(CodeLine other) {
    return when == null || other.when == null || when.equals(other.when);
  }
}
