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
 * Judges questions by the books of those who write down what they were asked: each stands there
 * once, about the right person, with the answer that the counter was told.
 */
final class QuestionVerifier {
  /** What their books say of an answer. */
  private static final Map<String, String> VERDICTS =
      Map.of("FOUND", "APPROVED", "NOT_FOUND", "REJECTED", "NOT_ACCEPTED", "NOT_ACCEPTED");

  private final Map<String, List<JsonNode>> byNumber = new HashMap<>();

  /** Of every department that has one. */
  static QuestionVerifier read(HubClient simulators) {
    QuestionVerifier book = new QuestionVerifier();
    for (String backEnd : QuestionItems.backEnds()) {
      for (JsonNode line : simulators.get("/control/books/" + backEnd).orThrow()) {
        book.byNumber
            .computeIfAbsent(line.path("caseNo").asText(), number -> new ArrayList<>(1))
            .add(line);
      }
    }
    return book;
  }

  /**
   * What is wrong is added to the findings.
   *
   * @param told by the question's number, what was answered at the counter
   */
  void judge(Map<String, Question> told, Findings findings) {
    byNumber.forEach(
        (number, lines) -> {
          Set<String> ids = new HashSet<>();
          if (lines.stream().anyMatch(line -> !ids.add(line.path("deliveryId").asText()))) {
            findings.duplicated(number, "a department was asked it more than once");
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
      findings.lost(number, "was answered and is in no book");
      return;
    }
    JsonNode line = lines.get(0);
    // the words themselves are a resident's, so they are not printed
    if (!line.path("name").asText().equals(question.about().name())
        || !line.path("idNumber").asText().equals(question.about().idNumber())) {
      findings.wrong(number, "the person in the book is not the one who was asked about");
    }
    if (!line.path("verdict").asText().equals(VERDICTS.get(question.must()))) {
      findings.wrong(number, "the book does not say " + question.must());
    }
  }
}
