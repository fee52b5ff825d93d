package city.rehearsal.simulator.health;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One line on which messages go in frames: VT, message, FS, CR. */
final class Frames {
  private static final int VT = 0x0B;
  private static final int FS = 0x1C;
  private static final int CR = 0x0D;
  private static final int BYTES_MAX = 256 * 1024;

  private final InputStream in;
  private final OutputStream out;

  Frames(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  /** The next message; null when the other side has hung up. */
  byte @Nullable [] read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int next = first == VT ? in.read() : -1;
    while (next >= 0 && next != FS && message.size() < BYTES_MAX) {
      message.write(next);
      next = in.read();
    }
    if (next != FS || in.read() != CR) {
      throw new EOFException("no frame");
    }
    return message.toByteArray();
  }

  void write(byte[] message) throws IOException {
    raw(framed(message));
  }

  static byte[] framed(byte[] message) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
    frame.write(VT);
    frame.writeBytes(message);
    frame.write(FS);
    frame.write(CR);
    return frame.toByteArray();
  }

  void raw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
