package city.rehearsal.drill;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case as planned before the first message is sent: a line of the plan.
 *
 * @param ending the expected outcome
 * @param otherwise the expected outcome when its withdrawal arrives after the decision
 * @param code of the refusal that intake must send
 * @param name as the department must record it
 * @param theirItem the department's name of the item
 * @param charset of the message body
 */
record PlannedCase(
    int n,
    String messageId,
    String centre,
    String backEnd,
    String theirItem,
    CaseOutcome ending,
    @Nullable CaseOutcome otherwise,
    @Nullable String code,
    String name,
    String idNumber,
    Set<CentreBehaviour> traits,
    String contentType,
    String charset,
    String body) {

  boolean has(CentreBehaviour trait) {
    return traits.contains(trait);
  }

  PlannedCase withoutBody() {
    return new PlannedCase(
        n, messageId, centre, backEnd, theirItem, ending, otherwise, code, name, idNumber, traits,
        "", "", "");
  }

  byte[] bytes() {
    return body.getBytes(Charset.forName(charset));
  }
}
