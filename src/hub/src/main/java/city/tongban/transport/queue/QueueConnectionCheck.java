package city.tongban.transport.queue;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.FailureClassifier;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at the department's broker and opens each queue with the access that the hub needs;
 * receives no message.
 */
public final class QueueConnectionCheck implements ConnectionCheck {
  private final Connector connector;
  private final QueueConnectionFactory line;
  private @Nullable Connection connection;

  /**
   * Creates a check.
   *
   * @param line a factory of connections that prefetch nothing
   */
  public QueueConnectionCheck(Connector connector, QueueConnectionFactory line) {
    this.connector = connector;
    this.line = line;
  }

  @Override
  public CheckResult credential() throws JMSException {
    connection = line.createConnection();
    return CheckResult.of("logged-in");
  }

  @Override
  public CheckResult rights() throws JMSException {
    Connection open = connection;
    if (open == null) {
      throw new IllegalStateException("logged in before");
    }
    try (Session session = open.createSession(Session.CLIENT_ACKNOWLEDGE)) {
      Set<String> queues = calls();
      for (String queue : queues) {
        session.createProducer(session.createQueue(queue)).close();
      }
      String answers = QueueTransport.answers(connector);
      session.createConsumer(session.createQueue(answers)).close();
      queues.add(answers);
      return CheckResult.of("queues", String.join(", ", queues));
    }
  }

  private Set<String> calls() {
    return connector.services().stream()
        .map(Service::call)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public HubException meaning(Throwable thrown) {
    return FailureClassifier.classify(thrown, QueueFailures::of);
  }

  @Override
  public void close() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (JMSException e) {
      return; // the test is over, and its result is known
    }
  }
}
