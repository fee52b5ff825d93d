package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One question at a counter, with the answer that it must get.
 *
 * @param must what it is answered: {@code FOUND}, {@code NOT_FOUND} or {@code NOT_ACCEPTED}
 * @param form what the centre fills in
 * @param book the back-end whose book has the question; null where looking leaves no trace
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
   * An item that is asked.
   *
   * @param ways how it may end, the ordinary one first
   */
  record Kind(String item, @Nullable String book, List<Way> ways) {}

  /** Somebody, and a form, for whom the answer is this. */
  record Way(String must, Who about, Map<String, String> form) {}

  boolean found() {
    return must.equals("FOUND");
  }

  /** A resident by chance. */
  interface Who {
    Resident of(SeededRandom dice);
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
