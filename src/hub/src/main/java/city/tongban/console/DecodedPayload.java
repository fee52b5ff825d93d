package city.tongban.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A payload's bytes as text, decoded by the charset that it declares and by no other.
 *
 * @param charset as used
 * @param readable false when the bytes are not text in that charset; then {@code text} is a hex
 *     dump
 */
record DecodedPayload(String text, String charset, boolean readable) {
  private static final int DUMP_BYTES = 4096;
  private static final int DUMP_ROW = 16;

  static DecodedPayload of(byte[] bytes, String contentType) {
    Charset charset = declared(contentType).orElse(StandardCharsets.UTF_8);
    try {
      String text = reading(charset).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new DecodedPayload(text, charset.name(), true);
    } catch (CharacterCodingException e) {
      return new DecodedPayload(dump(bytes), charset.name(), false);
    }
  }

  /** GB18030 for GBK: it decodes all of GBK, including characters that users added to it. */
  private static Charset reading(Charset charset) {
    return charset.name().equals("GBK") ? Charset.forName("GB18030") : charset;
  }

  /**
   * The declared charset; also empty for one that Java does not know, as its text cannot be
   * decoded.
   */
  private static Optional<Charset> declared(String contentType) {
    try {
      return Optional.ofNullable(MediaType.parseMediaType(contentType).getCharset());
    } catch (InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static String dump(byte[] bytes) {
    StringBuilder rows = new StringBuilder();
    int end = Math.min(bytes.length, DUMP_BYTES);
    for (int at = 0; at < end; at += DUMP_ROW) {
      row(rows, bytes, at, Math.min(at + DUMP_ROW, end));
    }
    return rows.toString();
  }

  private static void row(StringBuilder rows, byte[] bytes, int from, int to) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
    rows.append("%06x  %-47s  ".formatted(from, hex));
    for (int i = from; i < to; i++) {
      rows.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '·');
    }
    rows.append('\n');
  }
}
