package city.tongban.transport;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Reads an answer completely, within the size and time that the connector allows. */
public final class BoundedReader {
  private BoundedReader() {}

  /**
   * Reads the whole answer.
   *
   * @param began {@link System#nanoTime} at which the call began; a department that sends one byte
   *     a second never reaches the time-out of a single read
   */
  public static byte[] read(InputStream answer, Limits limits, long began) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int n = answer.read(part); n >= 0; n = answer.read(part)) {
      bytes.write(part, 0, n);
      if (bytes.size() > limits.answerBytes()) {
        throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", limits.answerBytes())
            .because("limits.answerSize of the connector stopped the reading")
            .fix("ask the back-end what it sent; raise answerSize only if it is right");
      }
      if (Duration.ofNanos(System.nanoTime() - began).compareTo(limits.timeout()) > 0) {
        throw new SocketTimeoutException("the answer took longer than " + limits.timeout());
      }
    }
    return bytes.toByteArray();
  }
}
