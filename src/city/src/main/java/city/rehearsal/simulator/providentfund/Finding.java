package city.rehearsal.simulator.providentfund;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look into the files has brought.
 *
 * @param element of the document that says so
 * @param code 0000 found, 1404 nothing there, 1001 not to be told
 * @param words for a no
 * @param parts what was found, block by block
 */
record Finding(String element, String code, @Nullable String words, List<Part> parts) {

  /** A block of the answer: its fields in their order. */
  record Part(String name, Map<String, String> fields) {}

  static Finding of(String element, List<Part> parts) {
    return new Finding(element, "0000", null, parts);
  }

  static Finding none(String code, String words) {
    return new Finding("SysCfm", code, words, List.of());
  }
}
