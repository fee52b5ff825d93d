package city.rehearsal.drill;

import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case as it was thought out before anything was sent: a row of the ledger.
 *
 * @param ending how it must end
 * @param otherwise how it must end when its withdrawal comes after the decision
 * @param code with which the hub must refuse it at intake
 * @param name as the department must have it in its books
 * @param theirItem what the department calls the item
 * @param charset in which the body is sent
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
