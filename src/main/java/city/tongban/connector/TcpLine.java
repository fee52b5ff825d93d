package city.tongban.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One question and one answer on a connection of their own, each behind eight digits that say how
 * many bytes follow. Nothing is left on a connection that could be taken for the next answer.
 */
final class TcpLine {
  private static final int DIGITS = 8;

  private final URI address;
  private final Limits limits;

  TcpLine(URI address, Limits limits) {
    this.address = address;
    this.limits = limits;
  }

  /** Sends the body; the answer, without its length, becomes the body. */
  public void exchange(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    message.setBody(call(message.getBody(byte[].class)));
  }

  private byte[] call(byte[] question) throws IOException {
    long began = System.nanoTime();
    try (Socket line = new Socket()) {
      line.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          Math.toIntExact(limits.connectTimeout().toMillis()));
      line.getOutputStream().write(framed(question));
      Patience patience = new Patience(line, began + limits.timeout().toNanos());
      return patience.read(length(patience.read(DIGITS)));
    }
  }

  private static byte[] framed(byte[] question) {
    byte[] length = String.format(Locale.ROOT, "%08d", question.length).getBytes(US_ASCII);
    byte[] framed = new byte[length.length + question.length];
    System.arraycopy(length, 0, framed, 0, length.length);
    System.arraycopy(question, 0, framed, length.length, question.length);
    return framed;
  }

  private int length(byte[] digits) {
    int length = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9') {
        throw FramedMessage.noFrame("it does not begin with eight digits");
      }
      length = length * 10 + (digit - '0');
    }
    if (length < FramedMessage.SHORTEST) {
      throw FramedMessage.noFrame(
          "it says that %d bytes follow, and %d are the fewest"
              .formatted(length, FramedMessage.SHORTEST));
    }
    if (length > limits.answerBytes()) {
      throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", limits.answerBytes())
          .because("it says that %d bytes follow; they were not read".formatted(length))
          .fix("ask the back-end what it sent; raise limits.answerSize only if it is right");
    }
    return length;
  }

  /** Reads until a moment that no slow sender can put off. */
  private record Patience(Socket line, long end) {
    byte[] read(int length) throws IOException {
      byte[] bytes = new byte[length];
      InputStream in = line.getInputStream();
      for (int at = 0; at < length; ) {
        line.setSoTimeout(left());
        int n = in.read(bytes, at, length - at);
        if (n < 0) {
          throw new EOFException("the line ended after %d of %d bytes".formatted(at, length));
        }
        at += n;
      }
      return bytes;
    }

    private int left() throws SocketTimeoutException {
      long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (millis <= 0) {
        throw new SocketTimeoutException("the answer took longer than the connector allows");
      }
      return Math.toIntExact(millis);
    }
  }
}
