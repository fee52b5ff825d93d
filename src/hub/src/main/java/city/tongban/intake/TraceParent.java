package city.tongban.intake;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that a case carries over every hop. */
final class TraceParent {
  private static final Pattern SHAPE =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_ID_BYTES = 16;
  private static final int SPAN_ID_BYTES = 8;

  private TraceParent() {}

  /** The sender's, or a new one; the specification requires a broken one to be ignored. */
  static String honouredOrBegun(@Nullable String received) {
    return received != null && SHAPE.matcher(received).matches()
        ? received
        : "00-" + hex(TRACE_ID_BYTES) + "-" + hex(SPAN_ID_BYTES) + "-01";
  }

  private static String hex(int size) {
    byte[] bytes = new byte[size];
    ThreadLocalRandom.current().nextBytes(bytes);
    bytes[0] |= 1; // never all zeros
    return HexFormat.of().formatHex(bytes);
  }
}
