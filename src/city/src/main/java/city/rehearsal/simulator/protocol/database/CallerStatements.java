package city.rehearsal.simulator.protocol.database;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller sends to the database (PostgreSQL's protocol 3.0), as far as a proxy must
 * understand it: which statement runs now. A statement is prepared once and then run by its name.
 */
final class CallerStatements {
  /** What a statement means to the faults. */
  enum Kind {
    INSERT,
    COMMIT,
    MARK,
    OTHER
  }

  /** One message with the kind of the statement that it runs. */
  @SuppressWarnings("ArrayRecordComponent") // bytes that are passed on, never compared
  record Piece(byte[] bytes, Kind kind) {}

  private static final int BYTES_MAX = 4 * 1024 * 1024;
  private static final int FIRST_PROTOCOL = 0x00030000;

  private final DataInputStream in;
  private final DatabaseProxy.FaultTargets targets;
  private final Map<String, Kind> prepared = new HashMap<>();
  private @Nullable String justPrepared;
  private boolean started;

  CallerStatements(DataInputStream in, DatabaseProxy.FaultTargets targets) {
    this.in = in;
    this.targets = targets;
  }

  /** The next message; null at the end of the connection. */
  @Nullable Piece next() throws IOException {
    int type = 0;
    try {
      if (started) {
        type = in.readUnsignedByte();
      }
      int length = in.readInt();
      if (length < 4 || length > BYTES_MAX) {
        throw new IOException("the caller does not speak the database's protocol");
      }
      int head = started ? 5 : 4;
      byte[] bytes = new byte[head + length - 4];
      ByteBuffer.wrap(bytes, head - 4, 4).putInt(length);
      bytes[0] = started ? (byte) type : bytes[0];
      in.readFully(bytes, head, length - 4);
      if (!started) {
        // a request for TLS comes before the start-up message
        started = length >= 8 && ByteBuffer.wrap(bytes, 4, 4).getInt() == FIRST_PROTOCOL;
        return new Piece(bytes, Kind.OTHER);
      }
      return new Piece(bytes, kindOf((char) type, bytes));
    } catch (EOFException e) {
      return null;
    }
  }

  private Kind kindOf(char type, byte[] bytes) {
    if (type == 'Q') {
      return meaning(word(bytes, 5));
    }
    String first = type == 'P' || type == 'B' ? word(bytes, 5) : "";
    if (type == 'P') {
      Kind kind = meaning(word(bytes, 5 + first.length() + 1));
      prepared.put(first, kind);
      // the kind counts from here on: the database locks tables when a statement is prepared
      justPrepared = first;
      return kind;
    }
    if (type == 'B') {
      String name = word(bytes, 5 + first.length() + 1);
      boolean known = name.equals(justPrepared);
      justPrepared = null;
      return known ? Kind.OTHER : prepared.getOrDefault(name, Kind.OTHER);
    }
    return Kind.OTHER;
  }

  private Kind meaning(String statement) {
    String sql = statement.strip().toLowerCase(Locale.ROOT);
    if (sql.startsWith(targets.insert())) {
      return Kind.INSERT;
    }
    if (sql.equals("commit")) {
      return Kind.COMMIT;
    }
    return sql.startsWith(targets.mark()) ? Kind.MARK : Kind.OTHER;
  }

  private static String word(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    return from >= bytes.length
        ? ""
        : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
