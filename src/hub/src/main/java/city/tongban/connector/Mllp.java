package city.tongban.connector;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of HL7 over MLLP: where the back-end calls the hub, and which senders are accepted.
 *
 * @param listen where the back-end calls the hub with its results; the setting {@code
 *     hub.connectors.listen} has precedence
 * @param allowedSenders MSH-3 and MSH-4 of the back-end, {@code WJXT|SHWJW}; a message from any
 *     other sender is refused
 */
public record Mllp(@Nullable URI listen, List<String> allowedSenders) {
  private static final Pattern SENDER = Pattern.compile("[A-Z0-9_.-]+\\|[A-Z0-9_.-]+");

  public Mllp {
    allowedSenders = List.copyOf(RequiredKey.value(allowedSenders, "mllp.allowedSenders"));
    if (allowedSenders.isEmpty() || !allowedSenders.stream().allMatch(SENDER.asMatchPredicate())) {
      throw new IllegalArgumentException(
          "mllp.allowedSenders needs at least one MSH-3|MSH-4, such as WJXT|SHWJW");
    }
  }

  /** The same with another listen address; unchanged where there is none. */
  public Mllp withListen(@Nullable URI address) {
    return address == null ? this : new Mllp(address, allowedSenders);
  }
}
