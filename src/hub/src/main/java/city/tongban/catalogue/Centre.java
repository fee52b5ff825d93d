package city.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A community service centre 受理中心.
 *
 * @param code 11 digits
 * @param parent the main centre of a sub-centre; null for a main centre
 * @param district 6-digit code
 * @param street 9-digit code of the unit it stands in
 */
public record Centre(
    String code,
    @Nullable String parent,
    Kind kind,
    String name,
    String district,
    String street,
    WeekendAfternoon weekendAfternoon) {

  /** The main centre that it is, or belongs to. */
  public String main() {
    return parent == null ? code : parent;
  }

  /** A case belongs to a main centre, never to a sub-centre. */
  public enum Kind {
    MAIN,
    SUB
  }

  /** What happens there on a Saturday or Sunday afternoon; a duty counter only collects. */
  public enum WeekendAfternoon {
    CLOSED,
    DUTY_COUNTER,
    OPEN
  }
}
