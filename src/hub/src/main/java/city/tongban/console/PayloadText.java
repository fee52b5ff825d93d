package city.tongban.console;

import java.util.regex.Pattern;

/**
 * A payload prepared for reading. It is only shown as text; the download has the exact bytes.
 *
 * @param language for the highlighter
 * @param charset as used to decode
 * @param readable false when the bytes are not text in their declared charset and are shown in hex
 * @param cut only the beginning is shown
 * @param marked characters that would hide or reorder the text were replaced by {@code ⟦U+202E⟧}
 */
record PayloadText(
    String text, String language, String charset, boolean readable, boolean cut, boolean marked) {
  private static final int LAID_OUT_MAX = 256 * 1024;
  private static final int SHOWN_MAX = 64 * 1024;

  /**
   * Controls, private use, and the directional and invisible characters that make a text look
   * different.
   */
  private static final Pattern TRICKY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\\n\\r\\t]]");

  static PayloadText of(byte[] bytes, String contentType) {
    DecodedPayload wire = DecodedPayload.of(bytes, contentType);
    if (!wire.readable()) {
      boolean cut = bytes.length > wire.text().lines().count() * 16;
      return new PayloadText(wire.text(), "plaintext", wire.charset(), false, cut, false);
    }
    PayloadFormatter.Laid laid =
        wire.text().length() > LAID_OUT_MAX
            ? new PayloadFormatter.Laid("plaintext", wire.text())
            : PayloadFormatter.out(wire.text());
    String shown = head(laid.text());
    String safe = TRICKY.matcher(shown).replaceAll(m -> name(m.group().codePointAt(0)));
    return new PayloadText(
        safe,
        laid.language(),
        wire.charset(),
        true,
        shown.length() < laid.text().length(),
        !safe.equals(shown));
  }

  private static String head(String text) {
    if (text.length() <= SHOWN_MAX) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN_MAX - 1)) ? SHOWN_MAX - 1 : SHOWN_MAX;
    return text.substring(0, end);
  }

  private static String name(int codePoint) {
    return "⟦U+%04X⟧".formatted(codePoint);
  }
}
