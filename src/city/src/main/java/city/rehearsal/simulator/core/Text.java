package city.rehearsal.simulator.core;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Text by the byte: decoded once and strictly, measured in the department's own charset. */
public final class Text {
  public static final Charset GB18030 = Charset.forName("GB18030");

  /** Points and dots that look like the separator of a name, U+00B7, and are not. */
  private static final String FALSE_SEPARATORS = "\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65";

  private Text() {}

  public static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * Bytes that {@code text} takes in {@code charset}; a character that has no place there is an
   * error.
   */
  public static int width(String text, Charset charset) throws CharacterCodingException {
    return charset.newEncoder().encode(CharBuffer.wrap(text)).remaining();
  }

  /**
   * Why {@code name} cannot be a person's name, if it cannot: mostly the traces of a broken
   * conversion.
   */
  public static Optional<String> flawInName(String name) {
    if (name.isBlank() || !name.equals(name.strip())) {
      return Optional.of("姓名为空或首尾有空格");
    }
    return name.codePoints().anyMatch(Text::strangeInName)
        ? Optional.of("姓名含非法字符")
        : Optional.empty();
  }

  private static boolean strangeInName(int c) {
    return c == '?' || c == 0xFFFD || Character.isISOControl(c) || FALSE_SEPARATORS.indexOf(c) >= 0;
  }
}
