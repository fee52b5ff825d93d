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
 * The comparison of a department's daily statement with the answers that the hub recorded.
 *
 * @param theirs lines on the statement
 * @param ours queries that were answered that day according to the hub
 */
record Reconciliation(int theirs, int ours, List<Difference> differences) {

  /**
   * One difference between the two sides.
   *
   * @param number of the query; as the department writes it, where the hub does not know it
   */
  record Difference(String number, boolean known, String sentence) {}

  /**
   * Compares line by line.
   *
   * @param answered the answers that the hub recorded that day
   * @param known what the hub knows of other queries that the statement names
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

  /** The query's number; the department knows it with {@code /1}, the first delivery, appended. */
  static String number(Statement.Line line) {
    return line.delivery().replaceFirst("/1$", "");
  }
}
