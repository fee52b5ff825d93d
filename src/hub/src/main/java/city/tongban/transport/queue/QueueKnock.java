package city.tongban.transport.queue;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.transport.FailureClassifier;
import city.tongban.transport.Knock;
import city.tongban.transport.Learned;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Logs in at their broker and opens each queue for what we shall want of it; takes no message. */
public final class QueueKnock implements Knock {
  private final Connector connector;
  private final QueueLine line;
  private @Nullable Connection connection;

  /**
   * @param line one that fetches nothing before it is asked to
   */
  public QueueKnock(Connector connector, QueueLine line) {
    this.connector = connector;
    this.line = line;
  }

  @Override
  public Learned credential() throws JMSException {
    connection = line.createConnection();
    return Learned.of("logged-in");
  }

  @Override
  public Learned rights() throws JMSException {
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
      return Learned.of("queues", String.join(", ", queues));
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
      return; // the test is over, and has said what it found
    }
  }
}
