package city.tongban.drill;

import city.tongban.client.HubClient;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One question at a counter, with the answer that it must get.
 *
 * @param found whether the department knows something of the resident
 */
record Question(String messageId, String centre, String item, Resident about, boolean found) {

  /**
   * An item that is asked, and about whom.
   *
   * @param known somebody of whom the department knows something
   * @param unknown somebody of whom it knows nothing
   */
  record Kind(String item, Who known, Who unknown) {}

  /** A resident by chance. */
  interface Who {
    Resident of(Dice dice);
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
    body.putObject("form");
    return body;
  }
}
