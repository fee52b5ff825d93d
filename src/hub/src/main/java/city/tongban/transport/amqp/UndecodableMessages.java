package city.tongban.transport.amqp;

import city.tongban.transport.queue.QueueConnectionFactory;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Handles a message whose text the client cannot decode. The client releases it automatically, as
 * undeliverable at this consumer, and offers no way to reject it. So it is received again until the
 * broker's limit moves it to the dead letter address; where the broker has no limit it stays in the
 * queue, and other messages pass it.
 */
final class UndecodableMessages {
  private static final int TAKEN_MAX = 20;
  private static final Duration LOOK = Duration.ofMillis(300);

  private UndecodableMessages() {}

  static boolean is(JMSException e) {
    return ExceptionUtils.indexOfType(e, CharacterCodingException.class) >= 0;
  }

  /**
   * Receives on a connection of its own: other messages that it gets return unread when it is
   * closed.
   */
  static void wearOut(QueueConnectionFactory line, String queue) throws JMSException {
    try (Connection connection = line.createConnection()) {
      Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
      Queue theirs = session.createQueue(queue);
      int taken = 0;
      while (taken < TAKEN_MAX && isNext(session, theirs)) {
        taken++;
      }
    }
  }

  private static boolean isNext(Session session, Queue queue) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(queue)) {
      consumer.receive(LOOK.toMillis());
      return false;
    } catch (JMSException e) {
      if (is(e)) {
        return true;
      }
      throw e;
    }
  }
}
