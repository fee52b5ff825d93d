package city.rehearsal.simulator.department.providentfund;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a question.
 *
 * @param element of the answer's document
 * @param code 0000 found, 1404 not found, 1001 not to be disclosed
 * @param words why nothing is answered
 * @param parts what was found, block by block
 */
record Lookup(String element, String code, @Nullable String words, List<Part> parts) {

  /** A block of the answer: its fields in their order. */
  record Part(String name, Map<String, String> fields) {}

  static Lookup of(String element, List<Part> parts) {
    return new Lookup(element, "0000", null, parts);
  }

  static Lookup none(String code, String words) {
    return new Lookup("SysCfm", code, words, List.of());
  }
}
