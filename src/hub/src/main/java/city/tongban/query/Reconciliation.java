package city.tongban.query;

import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.Statement;
import city.tongban.query.StatementTable.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A day's statement, held against what we were told.
 *
 * @param theirs lines on their statement
 * @param ours questions that we were answered that day
 */
record Reconciliation(int theirs, int ours, List<Difference> differences) {

  /**
   * One thing that they and we do not both know.
   *
   * @param number of the question; as they write it, where it is none of ours
   */
  record Difference(String number, boolean known, String sentence) {}

  /**
   * Compares line by line.
   *
   * @param answered what we were answered that day
   * @param known what we know of questions that they name beyond these
   */
  static Reconciliation of(
      Statement statement, Map<String, Outcome> answered, Map<String, Known> known) {
    List<Difference> differences = new ArrayList<>();
    Map<String, Outcome> left = new HashMap<>(answered);
    Set<String> seen = new HashSet<>();
    for (Statement.Line line : statement.all()) {
      String number = number(line);
      if (!seen.add(number)) {
        differences.add(
            new Difference(number, isOurs(number, answered, known), "it stands on it twice"));
        continue;
      }
      Outcome ours = left.remove(number);
      if (ours == null) {
        differences.add(missing(number, line.outcome(), known.get(number)));
      } else if (ours != line.outcome()) {
        differences.add(
            new Difference(
                number, true, "they say %s and we were told %s".formatted(line.outcome(), ours)));
      }
    }
    left.forEach(
        (number, outcome) ->
            differences.add(
                new Difference(
                    number, true, "we were told %s, and it is not on it".formatted(outcome))));
    return new Reconciliation(statement.all().size(), answered.size(), differences);
  }

  private static Difference missing(String number, Outcome theirs, @Nullable Known known) {
    if (known == null) {
      return new Difference(
          number, false, "they answered %s, and we never asked".formatted(theirs));
    }
    return known.outcome() == null
        ? new Difference(
            number, true, "they answered %s, and the counter was not told".formatted(theirs))
        : new Difference(
            number, true, "they say that they answered it, and we were told on another day");
  }

  private static boolean isOurs(
      String number, Map<String, Outcome> answered, Map<String, Known> known) {
    return answered.containsKey(number) || known.containsKey(number);
  }

  /** The question's number, which they know with the first delivery's {@code /1} behind it. */
  static String number(Statement.Line line) {
    return line.delivery().replaceFirst("/1$", "");
  }
}
