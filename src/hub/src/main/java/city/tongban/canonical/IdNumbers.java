package city.tongban.canonical;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The format rules for each kind of identity paper's number, as far as they can be checked without
 * its issuer.
 */
public final class IdNumbers {
  /** H or M, eight digits of the person; older permits add two that count the renewals. */
  private static final Pattern HK_MACAO = Pattern.compile("[HM][0-9]{8}([0-9]{2})?");

  /** Eight digits since 2015; before, ten and the letter of the issue, with brackets or without. */
  private static final Pattern TAIWAN = Pattern.compile("[0-9]{8}|[0-9]{10}([A-Z]|\\([A-Z]\\))?");

  /** Country and twelve digits; the card of 2023 has eighteen places that begin with 9. */
  private static final Pattern FOREIGN_RESIDENT =
      Pattern.compile("[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]");

  private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,20}");
  private static final Pattern SEAFARER = Pattern.compile("[A-Z0-9]{6,20}");

  private IdNumbers() {}

  /** The number in normal form, with what was changed. */
  public static Normalised<String> of(IdType type, String raw) {
    if (type == IdType.RESIDENT_ID) {
      Normalised<CitizenId> id = CitizenId.of(raw);
      return new Normalised<>(id.value().value(), id.notes());
    }
    if (!shape(type).matcher(raw).matches()) {
      throw Refusal.of("HUB-1005", "the number has not the form of a %s", type)
          .because("its places are " + shape(type).pattern())
          .fix("send the number as it is printed, with capitals and without spaces");
    }
    return new Normalised<>(raw, List.of());
  }

  static String checked(IdType type, String number) {
    return of(type, number).value();
  }

  private static Pattern shape(IdType type) {
    return switch (type) {
      case HK_MACAO_PERMIT -> HK_MACAO;
      case TAIWAN_PERMIT -> TAIWAN;
      case FOREIGN_PERMANENT_RESIDENT -> FOREIGN_RESIDENT;
      case PASSPORT -> PASSPORT;
      case SEAFARER_BOOK -> SEAFARER;
      case RESIDENT_ID -> throw new IllegalArgumentException("a resident id has a check character");
    };
  }
}
