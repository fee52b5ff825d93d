package city.rehearsal.simulator.tradeunion;

import java.io.Closeable;
import java.io.IOException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;

/** The office's own access to its broker. */
final class Mailbox implements Closeable {
  private static final String JSON = "application/json";

  private final Client client = Client.create();
  private final Connection connection;
  private final Sender decisions;
  private final Sender givenUp;

  Mailbox(int port, String password) throws IOException {
    try {
      connection =
          client.connect(
              "127.0.0.1", port, new ConnectionOptions().user(Guard.OFFICE).password(password));
      decisions = connection.openSender(Broker.DECISIONS);
      givenUp = connection.openSender(Broker.GIVEN_UP);
    } catch (ClientException e) {
      throw new IOException("the office does not get to its broker", e);
    }
  }

  /** Messages of a queue, one at a time; the next comes when this one is settled. */
  Receiver read(String queue) throws ClientException {
    ReceiverOptions options = new ReceiverOptions().autoAccept(false).creditWindow(1);
    return connection.openReceiver(queue, options);
  }

  /** Returns once the broker keeps it. */
  synchronized void leave(Notice notice, byte[] text) throws ClientException {
    settled(
        decisions.send(
            Message.create(text)
                .durable(true)
                .messageId(notice.id())
                .correlationId(notice.applicationNo())
                .contentType(JSON)));
  }

  synchronized void giveUp(Message<?> message) throws ClientException {
    @SuppressWarnings("unchecked")
    Message<Object> same = (Message<Object>) message;
    settled(givenUp.send(same));
  }

  private static void settled(Tracker tracker) throws ClientException {
    tracker.awaitSettlement();
    if (!tracker.remoteState().isAccepted()) {
      throw new ClientException("the broker does not keep it: " + tracker.remoteState());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
