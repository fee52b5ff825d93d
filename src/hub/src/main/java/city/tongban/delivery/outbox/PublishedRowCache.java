package city.tongban.delivery.outbox;

import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.outbox.Outbox.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The rows that this node has published, until its own consumers take them: the claim has read them
 * already. A row that is not here is read from the database, and the start of the attempt decides
 * whether a row is still valid.
 */
@Component
public class PublishedRowCache {
  /** Longer than a message waits in a lane that moves; another node may have consumed it. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private final Map<LaneMessage, Held> held = new ConcurrentHashMap<>();

  private record Held(DeliveryRow row, Instant until) {}

  public void put(List<Claimed> claimed, Instant now) {
    claimed.forEach(one -> held.put(one.message(), new Held(one.row(), now.plus(KEPT))));
  }

  public Optional<DeliveryRow> take(LaneMessage message) {
    return Optional.ofNullable(held.remove(message)).map(Held::row);
  }

  /** How many published messages of a lane wait, as far as this node knows. */
  public long waiting(String backEnd) {
    return held.values().stream().filter(one -> one.row().backEnd().equals(backEnd)).count();
  }

  public void forget(Instant now) {
    held.values().removeIf(one -> one.until().isBefore(now));
  }
}
