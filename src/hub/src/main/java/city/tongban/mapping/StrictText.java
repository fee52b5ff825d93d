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

/** Decodes and encodes text once, at the edge of the hub, and never replaces a character. */
final class StrictText {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?");
  private static final Pattern PROLOG =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");
  // the first character that takes three bytes in UTF-8
  private static final int THREE_BYTES = 0x800;

  private StrictText() {}

  /** Decodes bytes in the declared charset, or else in the connector's. */
  static String decode(byte[] bytes, @Nullable String contentType, Charset usual) {
    return decode(bytes, declared(contentType, usual));
  }

  static String decode(byte[] bytes, Charset charset) {
    String text = decoded(bytes, charset);
    if (text.indexOf('\uFFFD') >= 0) {
      throw wrong("the text contains U+FFFD, the mark of a lost character");
    }
    if (!charset.equals(UTF_8) && readsAsUtf8(bytes)) {
      throw wrong("it is declared as " + charset + ", but is valid Chinese in UTF-8");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * The fallback charset, for bytes that are declared as UTF-8, are not, and are text in it.
   *
   * <p>UTF-8 with a lost byte often decodes there too, into wrong Chinese. But it still has
   * complete UTF-8 characters beside the broken ones; text in the other charset has them only by
   * accident.
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

  /** Whether a content type declares UTF-8 or nothing. */
  static boolean saysUtf8(@Nullable String contentType) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    return !charset.find() || charset.group(1).equalsIgnoreCase(UTF_8.name());
  }

  /** Refuses a document whose XML declaration names another charset than the one it came in. */
  static void prologAgrees(String xml, Charset charset) {
    Matcher prolog = PROLOG.matcher(xml);
    if (prolog.find() && !named(prolog.group(1)).equals(charset)) {
      throw wrong("its XML declaration names " + prolog.group(1) + ", it came in " + charset);
    }
  }

  static Charset declared(@Nullable String contentType, Charset usual) {
    Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
    return charset.find() ? named(charset.group(1)) : usual;
  }

  /** Encodes text in a charset. */
  static byte[] encode(String text, Charset charset, String where) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw Refusal.of(
              "HUB-9005", "U+%04X cannot be written in %s", unwritable(text, charset), charset)
          .because(
              "the back-end's charset does not contain it, and the hub never replaces a character")
          .fix("agree with the department on another charset or on a substitute")
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
      throw wrong("it is not valid " + charset);
    }
  }

  /**
   * UTF-8 bytes often decode as GB18030, into wrong Chinese; the reverse hardly ever happens. Bytes
   * that are valid UTF-8 with three-byte characters were written as UTF-8.
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
        .fix("ask the department to send it again in the charset that it declares");
  }
}
