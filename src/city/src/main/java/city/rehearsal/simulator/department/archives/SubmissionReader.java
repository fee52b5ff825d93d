package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.protocol.Submission;
import java.util.function.Predicate;

/** Reads the messages of interface 1.4, sections 2 and 3. */
final class SubmissionReader {
  private static final Predicate<String> COLLECTION = Formats.matching("HYDJ|DSZN|GSRD|XJ");
  private static final Predicate<String> PAPERS = Formats.matching("SFZ|GAT|TWT|YJZ|HZ");

  private SubmissionReader() {}

  static Submission read(String correlationId, byte[] bytes) throws FormatException {
    XmlFields fields = XmlFields.root(bytes);
    String id = fields.text("QQBH", 64);
    if (!id.equals(correlationId)) {
      throw fields.wrong("QQBH", "与JMSCorrelationID不一致");
    }
    String caseNo = fields.text("AJBH", 32);
    Submission submission =
        switch (fields.name()) {
          case "DACX" -> application(id, caseNo, fields);
          case "DACH" ->
              new Submission.Withdrawal(
                  id, caseNo, fields.text("YQQBH", 64), fields.text("CHYY", 300));
          default -> throw new FormatException("未知的报文" + fields.name());
        };
    fields.nothingElse();
    return submission;
  }

  private static Submission application(String id, String caseNo, XmlFields fields)
      throws FormatException {
    String collection = fields.text("DALX", COLLECTION);
    XmlFields applicant = fields.part("SQR");
    String number = person(applicant);
    if (fields.has("DBR")) {
      person(fields.part("DBR"));
    }
    fields.text("SLZX", Formats.CENTRE);
    fields.text("YT", 150);
    XmlFields conditions = fields.part("CXTJ");
    var decision = Rules.decide(collection, conditions, fields.dayOf("SQSJ"));
    conditions.nothingElse();
    return new Submission.Application(
        new Message(id, caseNo, Message.Kind.APPLY, applicant.name("XM"), number, collection),
        decision);
  }

  private static String person(XmlFields person) throws FormatException {
    person.name("XM");
    String number = person.papers("ZJLX", "ZJHM", PAPERS, "SFZ");
    person.phone("LXDH");
    person.nothingElse();
    return number;
  }
}
