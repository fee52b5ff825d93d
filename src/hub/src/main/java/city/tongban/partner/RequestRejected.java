package city.tongban.partner;

/**
 * Somebody was turned away at a door before the message was read; {@code intake} counts those at
 * its own doors.
 *
 * @param source partner id, or {@code unauthenticated}
 * @param path as knocked at
 */
public record RequestRejected(String source, String method, String path, String code) {
  public static final String NOBODY = "unauthenticated";
}
