package city.rehearsal.simulator.protocol.mllp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A connection on which messages travel in frames: VT, message, FS, CR. */
public final class MllpFrames {
  private static final int VT = 0x0B;
  private static final int FS = 0x1C;
  private static final int CR = 0x0D;
  private static final int BYTES_MAX = 256 * 1024;

  private final InputStream in;
  private final OutputStream out;

  public MllpFrames(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  /** The next message; null at the end of the connection. */
  public byte @Nullable [] read() throws IOException {
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
      throw new EOFException("the bytes are not a frame");
    }
    return message.toByteArray();
  }

  public void write(byte[] message) throws IOException {
    writeRaw(framed(message));
  }

  /** Writes bytes without a frame around them. */
  void writeRaw(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  public static byte[] framed(byte[] message) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
    frame.write(VT);
    frame.writeBytes(message);
    frame.write(FS);
    frame.write(CR);
    return frame.toByteArray();
  }
}
