package city.tongban.transport;

import city.tongban.concurrent.Deadline;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Closes a socket when a time is over, so that a read or a write on it fails. The time-out of a
 * socket begins anew with each byte, so a peer that sends one now and then never meets it.
 */
public final class SocketDeadline {
  private SocketDeadline() {}

  /** What is done on the socket. */
  public interface Exchange<T> {
    T run() throws IOException;
  }

  /**
   * Runs an exchange and closes the socket when the time is over.
   *
   * @param socket the plain socket: a TLS socket would first send a message, and wait for that
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
