package city.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A community service centre 受理中心.
 *
 * @param code 11 digits
 * @param parent the main centre of a sub-centre; null for a main centre
 * @param district 6-digit code
 * @param street 9-digit code of the street or town in which it is located
 */
public record Centre(
    String code,
    @Nullable String parent,
    Kind kind,
    String name,
    String district,
    String street,
    WeekendAfternoon weekendAfternoon) {

  /** The code of this main centre, or of the main centre of this sub-centre. */
  public String main() {
    return parent == null ? code : parent;
  }

  /** The kind of a centre; a case belongs to a main centre, never to a sub-centre. */
  public enum Kind {
    MAIN,
    SUB
  }

  /** The service on a Saturday or Sunday afternoon; a duty counter only collects. */
  public enum WeekendAfternoon {
    CLOSED,
    DUTY_COUNTER,
    OPEN
  }
}
