package city.tongban.transport.mllp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads the messages on a connection: each begins with VT and ends with FS and CR. Any other byte
 * is refused together with the connection, because the start of the next message is then unknown.
 */
final class MllpFrames {
  static final int BEGIN = 0x0B;
  static final int END = 0x1C;
  static final int RETURN = 0x0D;

  private final BufferedInputStream in;
  private final long bytesMax;
  private boolean between = true;

  MllpFrames(InputStream in, long bytesMax) {
    this.in = new BufferedInputStream(in);
    this.bytesMax = bytesMax;
  }

  /** A message with its frame. */
  static byte[] of(byte[] message) {
    byte[] frame = new byte[message.length + 3];
    frame[0] = BEGIN;
    System.arraycopy(message, 0, frame, 1, message.length);
    frame[frame.length - 2] = END;
    frame[frame.length - 1] = RETURN;
    return frame;
  }

  /** The next message; none when the connection was closed between two messages. */
  Optional<byte[]> next() throws IOException {
    between = true;
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    between = false;
    if (first != BEGIN) {
      throw new NotFramed("something stands before the mark of its beginning");
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    for (int b = byteInside(); b != END; b = byteInside()) {
      if (b == BEGIN) {
        throw new NotFramed("another message begins before the first has ended");
      }
      if (message.size() >= bytesMax) {
        throw new TooLong(message.toByteArray());
      }
      message.write(b);
    }
    if (byteInside() != RETURN) {
      throw new NotFramed("the mark of its end is not followed by a carriage return");
    }
    return Optional.of(message.toByteArray());
  }

  /** Whether the connection broke before the first byte of a message. */
  boolean brokeBetweenTwo() {
    return between;
  }

  /** Whether more bytes have arrived already, before a reply. */
  boolean hasMore() throws IOException {
    return in.available() > 0;
  }

  private int byteInside() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("they hung up in the middle of a message");
    }
    return b;
  }

  /** The input is not an MLLP message. */
  static final class NotFramed extends IOException {
    private static final long serialVersionUID = 1L;

    NotFramed(String why) {
      super(why);
    }
  }

  /** A message that is longer than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient byte[] sofar;

    TooLong(byte[] sofar) {
      super("it is longer than " + sofar.length + " bytes");
      this.sofar = sofar;
    }

    byte[] sofar() {
      return sofar;
    }
  }
}
