package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the departments recorded, message by message, in the order of arrival. */
final class DepartmentRecords {
  static final List<String> BACK_ENDS = ItemProfiles.backEnds();

  /** One effective record: the same delivery id recorded twice makes two of these. */
  record Entry(
      String backEnd,
      String deliveryId,
      String caseNumber,
      boolean withdrawal,
      String name,
      String idNumber,
      String item,
      String verdict) {}

  private final Map<String, List<Entry>> byCase = new HashMap<>();

  DepartmentRecords(List<Entry> entries) {
    entries.forEach(e -> byCase.computeIfAbsent(e.caseNumber(), c -> new ArrayList<>(1)).add(e));
  }

  static DepartmentRecords read(HubClient simulators) {
    List<Entry> entries = new ArrayList<>();
    for (String backEnd : BACK_ENDS) {
      for (JsonNode line : simulators.get("/control/messages/" + backEnd).orThrow()) {
        entries.add(entry(backEnd, line));
      }
    }
    return new DepartmentRecords(entries);
  }

  private static Entry entry(String backEnd, JsonNode line) {
    return new Entry(
        backEnd,
        line.path("deliveryId").asText(),
        line.path("caseNo").asText(),
        "WITHDRAW".equals(line.path("kind").asText()),
        line.path("name").asText(),
        line.path("idNumber").asText(),
        line.path("item").asText(),
        line.path("verdict").asText());
  }

  /** In the order of arrival. */
  List<Entry> of(String caseNumber) {
    return byCase.getOrDefault(caseNumber, List.of());
  }

  Set<String> cases() {
    return byCase.keySet();
  }
}
