package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message to the union that is written as the agreement says (2.1, sections 3 and 4): an
 * application, or the wish to take one back.
 *
 * @param details of an application; null of a withdrawal
 * @param original the application that is taken back
 */
record Letter(
    String applicationNo,
    String caseNo,
    @Nullable Application details,
    @Nullable String original,
    @Nullable String reason) {
  private static final Pattern VERSION = Pattern.compile("2\\.[01]");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern CENTRE = Pattern.compile("\\d{11}");
  private static final Pattern PAPERS = Pattern.compile("SFZ|GAT|TWT|YJZ|HZ");
  private static final Pattern OTHER_PAPER = Pattern.compile("[0-9A-Z()]{5,20}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{4,18}");

  /** What somebody applies for. */
  record Application(String name, String certNo, String service, Decision decision) {}

  static Letter read(String messageId, ObjectNode json) throws FormatException {
    Sheet sheet = new Sheet("", json);
    sheet.text("schemaVersion", VERSION);
    String applicationNo = sheet.text("applicationNo", 64);
    if (!applicationNo.equals(messageId)) {
      throw sheet.wrong("applicationNo", "与消息编号不一致");
    }
    String caseNo = sheet.text("caseNo", 32);
    Letter letter =
        switch (sheet.text("kind", 2)) {
          case "SQ" -> new Letter(applicationNo, caseNo, application(sheet), null, null);
          case "CH" ->
              new Letter(
                  applicationNo,
                  caseNo,
                  null,
                  sheet.text("originalNo", 64),
                  sheet.text("reason", 300));
          default -> throw sheet.wrong("kind", "应为SQ或CH");
        };
    sheet.nothingElse();
    return letter;
  }

  private static Application application(Sheet sheet) throws FormatException {
    Sheet member = sheet.part("member");
    String name = person(member);
    String certNo = member.text("certNo", OTHER_PAPER);
    if (sheet.has("handler")) {
      Sheet handler = sheet.part("handler");
      person(handler);
      handler.text("certNo", OTHER_PAPER);
    }
    sheet.text("appliedOn", DAY);
    sheet.text("centre", CENTRE);
    sheet.each(
        "papers",
        paper -> {
          paper.text("code", 40);
          paper.text("title", 200);
        });
    String service = sheet.text("service", 8);
    Sheet details = sheet.part("details");
    Decision decision = Rules.on(service, details, sheet);
    details.nothingElse();
    return new Application(name, certNo, service, decision);
  }

  private static String person(Sheet person) throws FormatException {
    String name = person.name("name");
    boolean resident = person.text("certType", PAPERS).equals("SFZ");
    if (resident && CitizenNumber.birth(person.text("certNo", 20)).isEmpty()) {
      throw person.wrong("certNo", "证件号码校验不通过");
    }
    if (person.has("mobile")) {
      person.text("mobile", PHONE);
    }
    return name;
  }
}
