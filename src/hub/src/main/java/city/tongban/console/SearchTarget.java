package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds the page for the text in the search box. */
final class SearchTarget {
  private SearchTarget() {}

  /**
   * The page for a case number, a delivery id or the trace id of an error answer; empty for other
   * text.
   */
  static Optional<String> page(String typed) {
    String text = typed.strip();
    return read(text, CaseNumber::new)
        .map(SearchTarget::casePage)
        .or(
            () ->
                read(text, DeliveryId::parse)
                    .map(id -> casePage(id.caseNumber()) + "#delivery-" + id.sequence()))
        .or(() -> read(text, UUID::fromString).map(id -> "/console/stops/" + id));
  }

  static String casePage(CaseNumber number) {
    return "/console/cases/" + number;
  }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (HubException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
