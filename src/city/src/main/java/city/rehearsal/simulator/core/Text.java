package city.rehearsal.simulator.core;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Text in a charset: decoded strictly, measured in bytes. */
public final class Text {
  public static final Charset GB18030 = Charset.forName("GB18030");

  /** Dots that look like the separator in a name, U+00B7, but are other characters. */
  private static final String FALSE_SEPARATORS = "\u2022\u2027\u2219\u22c5\u30fb\uff0e\uff65";

  private Text() {}

  public static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /**
   * The length of {@code text} in bytes of {@code charset}.
   *
   * @throws CharacterCodingException when the charset does not have a character
   */
  public static int width(String text, Charset charset) throws CharacterCodingException {
    return charset.newEncoder().encode(CharBuffer.wrap(text)).remaining();
  }

  /** Why {@code name} cannot be a person's name, if it cannot; it finds failed conversions. */
  public static Optional<String> flawInName(String name) {
    if (name.isBlank() || !name.equals(name.strip())) {
      return Optional.of("姓名为空或首尾有空格");
    }
    return name.codePoints().anyMatch(Text::isStrangeInName)
        ? Optional.of("姓名含非法字符")
        : Optional.empty();
  }

  private static boolean isStrangeInName(int c) {
    return c == '?' || c == 0xFFFD || Character.isISOControl(c) || FALSE_SEPARATORS.indexOf(c) >= 0;
  }
}
