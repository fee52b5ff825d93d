package city.tongban.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service in the catalogue 事项.
 *
 * @param code catalogue number, {@code ZJ9001}
 * @param department the owner, in Chinese
 * @param backEnd folder under {@code connectors/} of the system that handles it
 * @param validFrom first day on which it is offered; null when it is older than the catalogue
 * @param validTo last day; null when no end is known
 * @param origin {@code real} or {@code synthetic}; the console marks synthetic items
 * @param daysLimit working days in which it must be decided
 * @param materials that a resident should bring; shown to the centre, never a reason to refuse
 * @param fund that pays for it; null where nothing is paid, or the fund is unknown
 */
public record Item(
    String code,
    String name,
    String department,
    String backEnd,
    Kind kind,
    Mode mode,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String origin,
    int daysLimit,
    List<NeededMaterial> materials,
    @Nullable String fund) {
  public Item {
    materials = List.copyOf(materials);
  }

  /**
   * The result of the service: a decision, an extract of an archive, a certificate, or an answer.
   */
  public enum Kind {
    APPLY,
    ARCHIVE,
    CERTIFICATE,
    QUERY
  }

  /**
   * Which centre accepts it: any centre; the home centre after any centre has collected; only the
   * home centre.
   */
  public enum Mode {
    DIRECT,
    SEPARATED,
    HOME_ONLY
  }

  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
