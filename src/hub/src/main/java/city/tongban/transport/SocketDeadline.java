package city.tongban.transport;

import city.tongban.concurrent.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Closes a socket when a deadline has passed, so that a read or a write on it fails. A socket's own
 * time-out restarts with each byte, so a slow peer never reaches it.
 */
public final class SocketDeadline {
  private SocketDeadline() {}

  /** The work on the socket. */
  public interface Exchange<T> {
    T run() throws IOException;
  }

  /**
   * Runs an exchange and closes the socket when the deadline passes.
   *
   * @param socket the plain socket: closing a TLS socket would first send a message, and wait for
   *     that
   */
  public static <T> T within(Socket socket, Duration length, Exchange<T> exchange)
      throws IOException {
    Deadline deadline = Deadline.after(length, () -> close(socket));
    try {
      return exchange.run();
    } finally {
      deadline.close();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // closed already
    }
  }
}
