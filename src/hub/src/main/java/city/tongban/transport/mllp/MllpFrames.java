package city.tongban.transport.mllp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The messages on a line: each begins with VT and ends with FS and CR. What stands outside of that
 * is refused with the line, for nobody can say where the next message would begin.
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

  /** A message between its marks. */
  static byte[] of(byte[] message) {
    byte[] frame = new byte[message.length + 3];
    frame[0] = BEGIN;
    System.arraycopy(message, 0, frame, 1, message.length);
    frame[frame.length - 2] = END;
    frame[frame.length - 1] = RETURN;
    return frame;
  }

  /** The next message; none when they have hung up between two. */
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

  /** Whether no byte of a message had come when the line broke. */
  boolean brokeBetweenTwo() {
    return between;
  }

  /** Whether more has come already, to which nobody has replied. */
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

  /** What came is no message by MLLP. */
  static final class NotFramed extends IOException {
    private static final long serialVersionUID = 1L;

    NotFramed(String why) {
      super(why);
    }
  }

  /** A message that goes on beyond the limit. */
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
