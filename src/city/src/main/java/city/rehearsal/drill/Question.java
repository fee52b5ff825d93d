package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One question at a counter, with its expected answer.
 *
 * @param must the expected answer: {@code FOUND}, {@code NOT_FOUND} or {@code NOT_ACCEPTED}
 * @param form the form fields
 * @param book the back-end that records the question; null when the department records none
 */
record Question(
    String messageId,
    String centre,
    String item,
    Resident about,
    String must,
    Map<String, String> form,
    @Nullable String book) {

  /**
   * An item that is a question.
   *
   * @param ways possible answers, the usual one first
   */
  record Kind(String item, @Nullable String book, List<Way> ways) {}

  /** A resident and form fields that cause this answer. */
  record Way(String must, Who about, Map<String, String> form) {}

  boolean found() {
    return must.equals("FOUND");
  }

  /** A random resident. */
  interface Who {
    Resident of(SeededRandom random);
  }

  ObjectNode body(String collectedAt) {
    ObjectNode body = HubClient.JSON.createObjectNode();
    body.put("messageId", messageId);
    body.put("item", item);
    body.put("collectedAt", collectedAt);
    body.put("collectingCentre", centre);
    ObjectNode applicant = body.putObject("applicant");
    applicant.put("name", about.sent());
    applicant.put("idType", about.idType());
    applicant.put("idNumber", about.idNumber());
    body.putArray("materials");
    ObjectNode fields = body.putObject("form");
    new TreeMap<>(form).forEach(fields::put);
    return body;
  }
}
