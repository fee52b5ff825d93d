package city.tongban.transport.queue;

import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The one connection on which a connector version sends. A failed connection is dropped, and the
 * next message opens another.
 */
final class QueueSenderConnectionFactory extends CachingConnectionFactory implements AutoCloseable {
  QueueSenderConnectionFactory(QueueConnectionFactory line, int sessions) {
    super(line);
    setSessionCacheSize(sessions);
  }

  @Override
  public void close() {
    destroy();
  }
}
