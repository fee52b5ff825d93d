package city.tongban.partner;

/**
 * A request was rejected before its message was read; {@code intake} counts those that were sent to
 * its endpoints.
 *
 * @param source partner id, or {@link #UNAUTHENTICATED}
 * @param path as requested
 */
public record RequestRejected(String source, String method, String path, String code) {
  public static final String UNAUTHENTICATED = "unauthenticated";
}
