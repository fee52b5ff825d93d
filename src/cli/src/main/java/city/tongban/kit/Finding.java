package city.tongban.kit;

import city.tongban.bundle.SchemaViolation;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;

/**
 * One problem in a connector's files that an engineer should correct.
 *
 * @param where the file, with the example's name where there is one
 * @param what the sentence, with the line where there is one
 * @param fix what to do
 */
public record Finding(String where, String what, String fix) {
  /** A schema violation in a file, with its line. */
  static Finding of(String file, SchemaViolation slip) {
    return new Finding(file + " line " + slip.line(), slip.code() + " " + slip.what(), slip.fix());
  }

  /** The message of an exception, at its place. */
  public static Finding of(String where, HubException e) {
    Problem problem = e.problem();
    String why = problem.why() == null ? "" : ": " + problem.why();
    String at = problem.at() == null ? "" : " (at " + problem.at() + ")";
    String fix = problem.fix() == null ? "" : problem.fix();
    return new Finding(where, problem.code() + " " + problem.what() + why + at, fix);
  }
}
