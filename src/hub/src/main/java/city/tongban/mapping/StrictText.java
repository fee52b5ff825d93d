package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text to bytes and back, once, at the edge; nothing is replaced on the way. */
final class StrictText {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?");
  private static final Pattern PROLOG =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
  // the first character that takes three bytes in UTF-8
  private static final int THREE_BYTES = 0x800;

  private StrictText() {}

  /** Their bytes as text, in the charset that they declared, else in the connector's. */
  static String decode(byte[] bytes, @Nullable String contentType, Charset usual) {
    return decode(bytes, declared(contentType, usual));
  }

  static String decode(byte[] bytes, Charset charset) {
    String text = decoded(bytes, charset);
    if (text.indexOf('\uFFFD') >= 0) {
      throw wrong("the text holds U+FFFD, what is left of a lost character");
    }
    if (!charset.equals(UTF_8) && readsAsUtf8(bytes)) {
      throw wrong("it is said to be " + charset + ", but reads as Chinese in UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * The charset that bytes are in which are said to be UTF-8 and are not, if they are text in it.
   *
   * <p>UTF-8 of which a byte was lost would often decode there too, into other Chinese. But it
   * still has whole characters between the broken ones; the other charset has them by accident
   * only.
   */
  static Optional<Charset> mislabelled(byte[] bytes, Charset fallback) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer left = ByteBuffer.wrap(bytes);
    CharBuffer read = CharBuffer.allocate(bytes.length);
    int broken = 0;
    CoderResult result = decoder.decode(left, read, true);
    while (result.isError()) {
      broken++;
      left.position(left.position() + result.length());
      result = decoder.decode(left, read, true);
    }
    long whole = read.flip().chars().filter(c -> c >= THREE_BYTES).count();
    return broken > whole && decodes(bytes, fallback) ? Optional.of(fallback) : Optional.empty();
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    try {
      decoded(bytes, charset);
      return true;
    } catch (Refusal notThat) {
      return false;
    }
  }

  /** Whether a content type leaves the usual UTF-8 standing, or says it itself. */
  static boolean saysUtf8(@Nullable String contentType) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    return !charset.find() || charset.group(1).equalsIgnoreCase(UTF_8.name());
  }

  /** Refuses a document whose own first line names another charset than the one it came in. */
  static void prologAgrees(String xml, Charset charset) {
    Matcher prolog = PROLOG.matcher(xml);
    if (prolog.find() && !named(prolog.group(1)).equals(charset)) {
      throw wrong("its first line names " + prolog.group(1) + ", it came in " + charset);
    }
  }

  static Charset declared(@Nullable String contentType, Charset usual) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    return charset.find() ? named(charset.group(1)) : usual;
  }

  /** Our text in their charset. */
  static byte[] encode(String text, Charset charset, String where) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw Refusal.of(
              "HUB-9005", "U+%04X cannot be written in %s", unwritable(text, charset), charset)
          .because("the back-end's charset has no place for it, and it is never replaced")
          .fix("agree with the back-end on another charset or on a substitute")
          .at(where);
    }
  }

  private static int unwritable(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    return text.codePoints()
        .filter(c -> !encoder.canEncode(Character.toString(c)))
        .findFirst()
        .orElseThrow();
  }

  private static String decoded(byte[] bytes, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw wrong("not every byte of it is " + charset);
    }
  }

  /**
   * UTF-8 taken for GB18030 often decodes, into other Chinese. The other way about hardly ever:
   * what is wholly UTF-8, three-byte characters included, was written as UTF-8.
   */
  private static boolean readsAsUtf8(byte[] bytes) {
    try {
      CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return text.chars().anyMatch(c -> c >= THREE_BYTES);
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw wrong("it declares a charset that does not exist");
    }
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-9007", "the answer cannot be decoded")
        .because(why)
        .fix("ask the back-end to send it again in the charset that it declares");
  }
}
