package city.rehearsal.simulator.protocol.amqp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One frame of AMQP 1.0 (part 2, section 2.3), as far as a proxy must understand it: where it ends,
 * and what it does. The protocol header before the frames counts as one.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are passed on, never compared
record AmqpFrame(byte[] bytes) {
  private static final int PROTOCOL_HEADER = 0x414D5150; // the letters AMQP
  private static final int PROTOCOL_HEADER_BYTES = 8;
  private static final int BYTES_MAX = 16 * 1024 * 1024;
  private static final int TRANSFER = 0x14;
  private static final int DISPOSITION = 0x15;

  /** The next frame; empty at the end of the connection. */
  static Optional<AmqpFrame> read(DataInputStream in) throws IOException {
    int first;
    try {
      first = in.readInt();
    } catch (EOFException e) {
      return Optional.empty();
    }
    int length = first == PROTOCOL_HEADER ? PROTOCOL_HEADER_BYTES : first;
    if (length < PROTOCOL_HEADER_BYTES || length > BYTES_MAX) {
      throw new IOException("the caller does not speak AMQP");
    }
    byte[] bytes = new byte[length];
    ByteBuffer.wrap(bytes).putInt(first);
    in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
    return Optional.of(new AmqpFrame(bytes));
  }

  /** Whether the frame carries a message. */
  boolean isTransfer() {
    return performs(TRANSFER);
  }

  /** Whether the frame says what has become of a message. */
  boolean isDisposition() {
    return performs(DISPOSITION);
  }

  /** The body of an AMQP frame begins with the code of its performative. */
  private boolean performs(int performative) {
    int body = bytes[4] * Integer.BYTES;
    return bytes[0] != 'A'
        && bytes[5] == 0
        && body + 3 <= bytes.length
        && Arrays.equals(bytes, body, body + 3, new byte[] {0, 0x53, (byte) performative}, 0, 3);
  }
}
