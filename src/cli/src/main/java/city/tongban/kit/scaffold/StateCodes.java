package city.tongban.kit.scaffold;

import city.tongban.kit.source.TextConstraints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The department's codes for the state of an application, as far as their meaning is certain.
 *
 * <p>An unknown code is left out, and the hub refuses it when it arrives: a wrong guess would reach
 * a resident.
 */
final class StateCodes {
  private static final List<String> OF_CASES =
      List.of("ACCEPTED", "APPROVED", "REJECTED", "NOT_ACCEPTED");
  private static final List<String> OF_QUESTIONS = List.of("FOUND", "NOT_FOUND", "NOT_ACCEPTED");

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("accepted", "ACCEPTED"),
          Map.entry("received", "ACCEPTED"),
          Map.entry("已受理", "ACCEPTED"),
          Map.entry("ysl", "ACCEPTED"),
          Map.entry("review", "UNDER_REVIEW"),
          Map.entry("under_review", "UNDER_REVIEW"),
          Map.entry("processing", "UNDER_REVIEW"),
          Map.entry("审核中", "UNDER_REVIEW"),
          Map.entry("shz", "UNDER_REVIEW"),
          Map.entry("approved", "APPROVED"),
          Map.entry("granted", "APPROVED"),
          Map.entry("批准", "APPROVED"),
          Map.entry("同意", "APPROVED"),
          Map.entry("pz", "APPROVED"),
          Map.entry("rejected", "REJECTED"),
          Map.entry("denied", "REJECTED"),
          Map.entry("不同意", "REJECTED"),
          Map.entry("不予批准", "REJECTED"),
          Map.entry("bypz", "REJECTED"),
          Map.entry("not_accepted", "NOT_ACCEPTED"),
          Map.entry("不予受理", "NOT_ACCEPTED"),
          Map.entry("bsl", "NOT_ACCEPTED"));

  private static final Map<String, String> KNOWN_OF_QUESTIONS =
      Map.ofEntries(
          Map.entry("found", "FOUND"),
          Map.entry("查得", "FOUND"),
          Map.entry("not_found", "NOT_FOUND"),
          Map.entry("查无", "NOT_FOUND"),
          Map.entry("查无记录", "NOT_FOUND"),
          Map.entry("not_accepted", "NOT_ACCEPTED"),
          Map.entry("不予查询", "NOT_ACCEPTED"));

  private final Map<String, String> oursByTheirs = new LinkedHashMap<>();

  private StateCodes() {}

  /**
   * The codes for one field.
   *
   * @param state the field; null when only the HTTP status shows the state
   * @param question whether the reply answers a question, and holds no decision
   */
  static StateCodes of(@Nullable TextConstraints state, boolean question) {
    StateCodes codes = new StateCodes();
    Map<String, String> known = question ? KNOWN_OF_QUESTIONS : KNOWN;
    String least = question ? "FOUND" : "ACCEPTED";
    if (state == null) {
      codes.oursByTheirs.put("200", least);
      if (!question) {
        codes.oursByTheirs.put("201", least);
      }
      return codes;
    }
    List<String> words =
        state.words().isEmpty() ? Stream.ofNullable(state.sample()).toList() : state.words();
    words.forEach(word -> codes.put(word, known.get(word.toLowerCase(Locale.ROOT))));
    if (state.words().isEmpty() && state.sample() != null && !codes.oursByTheirs.isEmpty()) {
      (question ? OF_QUESTIONS : OF_CASES).forEach(w -> codes.put(w, w));
    }
    if (codes.oursByTheirs.isEmpty()) {
      // the minimum that a reply can say
      codes.oursByTheirs.put(words.isEmpty() ? FieldValues.sampleOf(state) : words.get(0), least);
    }
    return codes;
  }

  private void put(String theirs, @Nullable String ours) {
    if (ours != null) {
      oursByTheirs.putIfAbsent(theirs, ours);
    }
  }

  /** The code in the sample reply: a decision, if there is one. */
  String shown() {
    return oursByTheirs.entrySet().stream()
        .filter(e -> e.getValue().equals("APPROVED"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> oursByTheirs.keySet().iterator().next());
  }

  String csv() {
    return oursByTheirs.entrySet().stream()
        .map(e -> e.getValue() + "," + e.getKey() + "," + e.getKey())
        .collect(Collectors.joining("\n", "ours,theirs,title\n", "\n"));
  }
}
