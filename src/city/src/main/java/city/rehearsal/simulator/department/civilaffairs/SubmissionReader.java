package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.protocol.Submission;

/** Reads the rows of the two inbound tables. */
final class SubmissionReader {
  private SubmissionReader() {}

  static Submission application(Row row) throws FormatException {
    String name = row.person("");
    if (row.has("agent_name")) {
      row.person("agent_");
    }
    Decision decision = Rules.decide(row);
    return new Submission.Application(
        new Message(
            row.id(),
            row.text("case_no"),
            Message.Kind.APPLY,
            name,
            row.text("id_no"),
            row.text("matter")),
        decision);
  }

  static Submission withdrawal(Row row) throws FormatException {
    return new Submission.Withdrawal(
        row.id(), row.text("case_no"), row.text("original_id"), row.text("reason"));
  }
}
