package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.intake.SoapMessage;
import city.tongban.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The read operations of the SOAP endpoint; they answer as the REST endpoints do. */
@Component
class SoapReadOperations {
  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 500;

  private final CaseController cases;
  private final Notices notices;
  private final ObjectMapper json;

  SoapReadOperations(CaseController cases, Notices notices, ObjectMapper json) {
    this.cases = cases;
    this.notices = notices;
    this.json = json;
  }

  JsonNode readCase(SoapMessage soap) {
    SoapRequestFields question = new SoapRequestFields(soap.tree(), "caseNumber");
    CaseNumber number = new CaseNumber(question.text("caseNumber"));
    return json.valueToTree(cases.read(soap.sender(), number));
  }

  /** The sender's own inbox, without waiting; long polling is available by REST only. */
  JsonNode readInbox(SoapMessage soap) {
    SoapRequestFields question = new SoapRequestFields(soap.tree(), "after", "limit");
    long after = question.number("after", 0, 0, Long.MAX_VALUE);
    int limit = (int) question.number("limit", LIMIT, 1, LIMIT_MAX);
    return json.valueToTree(
        notices.inbox(soap.sender().scope(), after, limit, Duration.ZERO).join());
  }
}
