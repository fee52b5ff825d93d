package city.rehearsal.simulator.tradeunion;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * One frame of AMQP 1.0 (part 2, section 2.3), as far as somebody must know who only looks at it:
 * where it ends, and what it does. The greeting before the frames counts as one.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record Frame(byte[] bytes) {
  private static final int GREETING = 0x414D5150; // the letters AMQP
  private static final int GREETING_BYTES = 8;
  private static final int BYTES_MAX = 16 * 1024 * 1024;
  private static final int TRANSFER = 0x14;
  private static final int DISPOSITION = 0x15;

  static Optional<Frame> read(DataInputStream in) throws IOException {
    int first;
    try {
      first = in.readInt();
    } catch (EOFException e) {
      return Optional.empty();
    }
    int length = first == GREETING ? GREETING_BYTES : first;
    if (length < GREETING_BYTES || length > BYTES_MAX) {
      throw new IOException("this is not AMQP");
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[i] = (byte) (first >>> (24 - 8 * i));
    }
    in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
    return Optional.of(new Frame(bytes));
  }

  /** It carries a message. */
  boolean transfers() {
    return does(TRANSFER);
  }

  /** It says what has become of a message. */
  boolean settles() {
    return does(DISPOSITION);
  }

  /** A frame of AMQP itself says behind its head, by a small number, what it does. */
  private boolean does(int performative) {
    int body = bytes[4] * Integer.BYTES;
    return bytes[0] != 'A'
        && bytes[5] == 0
        && body + 3 <= bytes.length
        && Arrays.equals(bytes, body, body + 3, new byte[] {0, 0x53, (byte) performative}, 0, 3);
  }
}
