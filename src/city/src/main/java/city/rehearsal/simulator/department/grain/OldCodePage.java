package city.rehearsal.simulator.department.grain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * The bureau's code page of 1995: two bytes for a character. Some eighty of its characters were not
 * in Unicode then; the bureau's font has them from U+E815 on.
 */
final class OldCodePage {
  /** The same two bytes mean the same character here, and the eighty are included. */
  private static final Charset SUCCESSOR = Charset.forName("GB18030");

  private static final int LEAD = 0xFE;
  private static final int FIRST_TRAIL = 0x50;
  private static final int LAST_TRAIL = 0xA0;
  private static final int FIRST_PRIVATE = 0xE815;

  private OldCodePage() {}

  static String decode(byte[] bytes) throws CharacterCodingException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        i++;
        if (i == bytes.length || (bytes[i] & 0xFF) < 0x40) {
          throw new CharacterCodingException(); // half a character, or four bytes for one
        }
      }
    }
    return SUCCESSOR.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  static byte[] encode(String text) {
    return text.getBytes(SUCCESSOR);
  }

  static int width(String text) throws CharacterCodingException {
    return SUCCESSOR.newEncoder().encode(CharBuffer.wrap(text)).remaining();
  }

  /** The text as the old font shows it in Unicode. */
  static String inUnicode(String text) {
    StringBuilder unicode = new StringBuilder();
    text.codePoints().forEach(c -> unicode.appendCodePoint(drawnAt(c)));
    return unicode.toString();
  }

  private static int drawnAt(int c) {
    byte[] bytes = encode(Character.toString(c));
    int trail = bytes[bytes.length - 1] & 0xFF;
    boolean old =
        bytes.length == 2
            && (bytes[0] & 0xFF) == LEAD
            && trail >= FIRST_TRAIL
            && trail <= LAST_TRAIL;
    int skipped = trail > 0x7F ? 1 : 0; // no second byte is 7F
    return old ? FIRST_PRIVATE + trail - FIRST_TRAIL - skipped : c;
  }
}
