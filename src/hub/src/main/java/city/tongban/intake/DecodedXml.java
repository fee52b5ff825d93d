package city.tongban.intake;

import city.tongban.canonical.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of an XML message, decoded once and strictly: nothing is replaced, and contradictory
 * charset declarations are refused.
 *
 * @param charset by which it was decoded
 */
record DecodedXml(String text, Charset charset) {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<Charset> TAKEN = List.of(StandardCharsets.UTF_8, GB18030);
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int HEAD_BYTES = 256;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml\\s+version\\s*=\\s*(?:\"1\\.0\"|'1\\.0')"
              + "(?:\\s+encoding\\s*=\\s*(?:\"([A-Za-z0-9._-]+)\"|'([A-Za-z0-9._-]+)'))?"
              + "(?:\\s+standalone\\s*=\\s*(?:\"(?:yes|no)\"|'(?:yes|no)'))?\\s*\\?>.*",
          Pattern.DOTALL);

  /**
   * Decodes the message.
   *
   * @param told the charset of the content type, when there is one
   */
  static DecodedXml of(byte[] body, @Nullable String told) {
    boolean marked = Arrays.equals(body, 0, Math.min(body.length, MARK.length), MARK, 0, 3);
    int start = marked ? MARK.length : 0;
    Charset charset = agreed(told, declared(body, start), marked ? "UTF-8" : null);
    try {
      String text =
          charset.newDecoder().decode(ByteBuffer.wrap(body, start, body.length - start)).toString();
      return new DecodedXml(text, charset);
    } catch (CharacterCodingException e) {
      throw SoapMessageReader.malformed("its bytes are not " + charset.name());
    }
  }

  private static @Nullable String declared(byte[] body, int start) {
    String head =
        new String(
            body, start, Math.min(body.length - start, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    if (!head.startsWith("<?xml")) {
      return null;
    }
    Matcher declaration = DECLARATION.matcher(head);
    if (!declaration.matches()) {
      throw SoapMessageReader.malformed("its first line is no declaration of XML 1.0");
    }
    return declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
  }

  private static Charset agreed(@Nullable String... names) {
    List<Charset> charsets =
        Stream.of(names).filter(Objects::nonNull).map(DecodedXml::taken).distinct().toList();
    if (charsets.size() > 1) {
      throw charset("the message declares two different charsets")
          .because("content type, XML declaration and byte order mark do not agree")
          .fix("declare the charset once, or the same charset everywhere");
    }
    return charsets.isEmpty() ? StandardCharsets.UTF_8 : charsets.get(0);
  }

  private static Charset taken(String name) {
    return TAKEN.stream()
        .filter(charset -> charset.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                charset("the charset of the message is not supported")
                    .because("this endpoint accepts UTF-8 and GB18030")
                    .fix("send UTF-8"));
  }

  private static Refusal charset(String what) {
    return Refusal.of("HUB-1040", what);
  }
}
