package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Limits;
import city.tongban.transport.SocketDeadline;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One question and one answer on a connection of their own, each behind eight digits that say how
 * many bytes follow. Nothing is left on a connection that could be taken for the next answer.
 */
final class TcpClient {
  private static final int DIGITS = 8;

  private final URI address;
  private final Limits limits;

  TcpClient(URI address, Limits limits) {
    this.address = address;
    this.limits = limits;
  }

  /** Sends the body; the answer, without its length, becomes the body. */
  public void exchange(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    message.setBody(call(message.getBody(byte[].class)));
  }

  private byte[] call(byte[] question) throws IOException {
    try (Socket line = new Socket()) {
      line.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          Math.toIntExact(limits.connectTimeout().toMillis()));
      return SocketDeadline.within(line, limits.timeout(), () -> ask(line, question));
    }
  }

  /** Also one who takes nothing in is given up: a write waits for him without an end of its own. */
  private byte[] ask(Socket line, byte[] question) throws IOException {
    line.getOutputStream().write(framed(question));
    InputStream in = line.getInputStream();
    return read(in, length(read(in, DIGITS)));
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

  private static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the line ended after %d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }
}
