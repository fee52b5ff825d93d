package city.rehearsal.simulator.protocol.broker;

import city.rehearsal.simulator.protocol.ResultPublisher;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/**
 * Reads the dead letters: a result of the department's own is published again as it should be, a
 * few times; anything else is kept in the queue of abandoned messages.
 */
public final class DeadLetterHandler {
  private static final int REPAIRS_MAX = 3;

  private final BrokerClient client;
  private final Queues queues;
  private final ResultPublisher<?> publisher;
  private final Function<ClientMessage, String> resultId;
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * @param resultId reads the id of the result from a dead letter
   */
  public DeadLetterHandler(
      BrokerClient client,
      Queues queues,
      ResultPublisher<?> publisher,
      Function<ClientMessage, String> resultId) {
    this.client = client;
    this.queues = queues;
    this.publisher = publisher;
    this.resultId = resultId;
  }

  public void start() {
    client.read(queues.dead(), this::handle);
  }

  private void handle(ClientMessage message) throws IOException {
    String id = resultId.apply(message);
    boolean worthRepairing = seen.merge(id, 1, Integer::sum) <= REPAIRS_MAX;
    if (!worthRepairing || !publisher.repair(id)) {
      client.send(queues.abandoned(), session -> message);
    }
  }
}
