package city.tongban.transport;

import city.tongban.connector.Limits;
import java.time.Duration;

/**
 * Limits of a message and its answer over a socket that a component of the hub opens itself.
 *
 * @param connect how long a connection may take; on the server's side, the TLS handshake
 * @param message how long a message and its answer may take as a whole
 * @param bytesMax the longest message that is read
 */
public record SocketLimits(Duration connect, Duration message, long bytesMax) {
  /** The limits of a connector. */
  public static SocketLimits of(Limits limits) {
    return new SocketLimits(limits.connectTimeout(), limits.timeout(), limits.answerBytes());
  }
}
