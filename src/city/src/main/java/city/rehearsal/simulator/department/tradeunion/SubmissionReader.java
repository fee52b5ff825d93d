package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.JsonForm;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.protocol.Submission;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** Reads the messages of agreement 2.1, sections 3 and 4. */
final class SubmissionReader {
  private static final Predicate<String> VERSION = Formats.matching("2\\.[01]");
  private static final Predicate<String> DAY = Formats.matching("\\d{4}-\\d{2}-\\d{2}");
  private static final Predicate<String> PAPERS = Formats.matching("SFZ|GAT|TWT|YJZ|HZ");

  private SubmissionReader() {}

  static Submission read(String messageId, ObjectNode json) throws FormatException {
    JsonForm fields = new JsonForm(json);
    fields.text("schemaVersion", VERSION);
    String id = fields.text("applicationNo", 64);
    if (!id.equals(messageId)) {
      throw fields.wrong("applicationNo", "与消息编号不一致");
    }
    String caseNo = fields.text("caseNo", 32);
    Submission submission =
        switch (fields.text("kind", 2)) {
          case "SQ" -> application(id, caseNo, fields);
          case "CH" ->
              new Submission.Withdrawal(
                  id, caseNo, fields.text("originalNo", 64), fields.text("reason", 300));
          default -> throw fields.wrong("kind", "应为SQ或CH");
        };
    fields.nothingElse();
    return submission;
  }

  private static Submission application(String id, String caseNo, JsonForm fields)
      throws FormatException {
    JsonForm member = fields.object("member");
    String certNo = person(member);
    if (fields.has("handler")) {
      person(fields.object("handler"));
    }
    fields.text("appliedOn", DAY);
    fields.text("centre", Formats.CENTRE);
    for (JsonForm paper : fields.objects("papers")) {
      paper.text("code", 40);
      paper.text("title", 200);
      paper.nothingElse();
    }
    String service = fields.text("service", 8);
    JsonForm details = fields.object("details");
    Decision decision = Rules.decide(service, details, fields);
    details.nothingElse();
    return new Submission.Application(
        new Message(id, caseNo, Message.Kind.APPLY, member.name("name"), certNo, service),
        decision);
  }

  private static String person(JsonForm person) throws FormatException {
    person.name("name");
    String certNo = person.papers("certType", "certNo", PAPERS, "SFZ");
    person.phone("mobile");
    return certNo;
  }
}
