package city.rehearsal.simulator.civilaffairs;

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
 * What a caller says to the database (protocol 3.0), as far as somebody must know who only looks at
 * it: which statement he has run now. A statement is named once and then called by its name.
 */
final class Said {
  /** What matters of a statement to somebody who breaks lines. */
  enum Act {
    PUTS_A_ROW,
    COMMITS,
    MARKS_A_ROW,
    ELSE
  }

  /** One message with what it does. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Piece(byte[] bytes, Act act) {}

  private static final int BYTES_MAX = 4 * 1024 * 1024;
  private static final int FIRST_PROTOCOL = 0x00030000;

  private final DataInputStream in;
  private final Map<String, Act> named = new HashMap<>();
  private @Nullable String announced;
  private boolean introduced;

  Said(DataInputStream in) {
    this.in = in;
  }

  /** The next message; null when he has hung up. */
  @Nullable Piece next() throws IOException {
    int kind = 0;
    try {
      if (introduced) {
        kind = in.readUnsignedByte();
      }
      int length = in.readInt();
      if (length < 4 || length > BYTES_MAX) {
        throw new IOException("this is not the protocol of a database");
      }
      int head = introduced ? 5 : 4;
      byte[] bytes = new byte[head + length - 4];
      ByteBuffer.wrap(bytes, head - 4, 4).putInt(length);
      bytes[0] = introduced ? (byte) kind : bytes[0];
      in.readFully(bytes, head, length - 4);
      if (!introduced) {
        // a wish for TLS comes before the introduction
        introduced = length >= 8 && ByteBuffer.wrap(bytes, 4, 4).getInt() == FIRST_PROTOCOL;
        return new Piece(bytes, Act.ELSE);
      }
      return new Piece(bytes, act((char) kind, bytes));
    } catch (EOFException e) {
      return null;
    }
  }

  private Act act(char kind, byte[] bytes) {
    if (kind == 'Q') {
      return meaning(word(bytes, 5));
    }
    String first = kind == 'P' || kind == 'B' ? word(bytes, 5) : "";
    if (kind == 'P') {
      Act act = meaning(word(bytes, 5 + first.length() + 1));
      named.put(first, act);
      announced = first; // the database locks what a statement is about before it is run
      return act;
    }
    if (kind == 'B') {
      String name = word(bytes, 5 + first.length() + 1);
      boolean known = name.equals(announced);
      announced = null;
      return known ? Act.ELSE : named.getOrDefault(name, Act.ELSE);
    }
    return Act.ELSE;
  }

  private static Act meaning(String statement) {
    String sql = statement.strip().toLowerCase(Locale.ROOT);
    if (sql.startsWith("insert into \"ex_")) {
      return Act.PUTS_A_ROW;
    }
    if (sql.equals("commit")) {
      return Act.COMMITS;
    }
    return sql.startsWith("update \"ex_result_out\" set picked_at") ? Act.MARKS_A_ROW : Act.ELSE;
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
