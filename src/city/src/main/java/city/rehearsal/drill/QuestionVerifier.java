package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verifies questions against the records of departments that keep them: each question is recorded
 * once, about the right person, with the answer that the counter received.
 */
final class QuestionVerifier {
  /** The recorded word for each answer. */
  private static final Map<String, String> VERDICTS =
      Map.of("FOUND", "APPROVED", "NOT_FOUND", "REJECTED", "NOT_ACCEPTED", "NOT_ACCEPTED");

  private final Map<String, List<JsonNode>> byNumber = new HashMap<>();

  /** The records of all departments that keep them. */
  static QuestionVerifier read(HubClient simulators) {
    QuestionVerifier book = new QuestionVerifier();
    for (String backEnd : QuestionItems.backEnds()) {
      for (JsonNode line : simulators.get("/control/messages/" + backEnd).orThrow()) {
        book.byNumber
            .computeIfAbsent(line.path("caseNo").asText(), number -> new ArrayList<>(1))
            .add(line);
      }
    }
    return book;
  }

  /**
   * Adds deviations to the findings.
   *
   * @param told the answers at the counter, by question number
   */
  void judge(Map<String, Question> told, Findings findings) {
    byNumber.forEach(
        (number, lines) -> {
          Set<String> ids = new HashSet<>();
          if (lines.stream().anyMatch(line -> !ids.add(line.path("deliveryId").asText()))) {
            findings.duplicated(number, "is recorded more than once");
          }
        });
    told.forEach((number, question) -> judge(number, question, findings));
  }

  private void judge(String number, Question question, Findings findings) {
    if (question.book() == null) {
      return;
    }
    List<JsonNode> lines = byNumber.getOrDefault(number, List.of());
    if (lines.isEmpty()) {
      findings.lost(number, "was answered and is recorded at no department");
      return;
    }
    JsonNode line = lines.get(0);
    // personal data is not printed
    if (!line.path("name").asText().equals(question.about().name())
        || !line.path("idNumber").asText().equals(question.about().idNumber())) {
      findings.wrong(number, "the recorded person is not the one of the question");
    }
    if (!line.path("verdict").asText().equals(VERDICTS.get(question.must()))) {
      findings.wrong(number, "the record does not say " + question.must());
    }
  }
}
