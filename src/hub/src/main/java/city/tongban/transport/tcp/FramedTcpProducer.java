package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Refusal;
import city.tongban.transport.SocketDeadline;
import city.tongban.transport.SocketLimits;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends the body as one message and reads one answer on a connection of their own. So bytes that a
 * server sends after its answer are never read as the next answer.
 */
final class FramedTcpProducer extends DefaultProducer {
  private static final int DIGITS = 8;

  private final URI address;
  private final SocketLimits limits;

  FramedTcpProducer(FramedTcpEndpoint endpoint, URI address, SocketLimits limits) {
    super(endpoint);
    this.address = address;
    this.limits = limits;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    message.setBody(answer(message.getBody(byte[].class)));
  }

  private byte[] answer(byte[] message) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()),
          Math.toIntExact(limits.connect().toMillis()));
      return SocketDeadline.within(socket, limits.message(), () -> exchange(socket, message));
    }
  }

  /** The deadline covers the write too: it would block without end if the server reads nothing. */
  private byte[] exchange(Socket socket, byte[] message) throws IOException {
    socket.getOutputStream().write(framed(message));
    InputStream in = socket.getInputStream();
    return read(in, length(read(in, DIGITS)));
  }

  private static byte[] framed(byte[] message) {
    byte[] length = String.format(Locale.ROOT, "%08d", message.length).getBytes(US_ASCII);
    byte[] framed = new byte[length.length + message.length];
    System.arraycopy(length, 0, framed, 0, length.length);
    System.arraycopy(message, 0, framed, length.length, message.length);
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
    if (length > limits.bytesMax()) {
      throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", limits.bytesMax())
          .because("it says that %d bytes follow; they were not read".formatted(length))
          .fix("ask the back-end what it sent; raise limits.answerSize only if it is right");
    }
    return length;
  }

  private static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "the connection ended after %d of %d bytes".formatted(bytes.length, length));
    }
    return bytes;
  }
}
