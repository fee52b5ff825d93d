package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes a back-end's text: its charset, and the pairs of the bundle's {@code
 * private-use.csv}. Old systems put characters that their code page lacked at private-use code
 * points: {@code 䶮,E863} says which character is meant.
 */
final class CharsetCodec {
  private static final String PATH = "mappings/private-use.csv";
  private static final String HEAD = "ours,private";
  private static final Pattern LINE = Pattern.compile("[^,]+,[0-9A-F]{4}");

  private final Charset charset;
  private final Map<Integer, Integer> toPrivate = new HashMap<>();
  private final Map<Integer, Integer> fromPrivate = new HashMap<>();

  private CharsetCodec(Charset charset) {
    this.charset = charset;
  }

  static CharsetCodec of(Connector connector) {
    CharsetCodec alphabet = new CharsetCodec(connector.charset());
    connector
        .bundle()
        .file(PATH)
        .ifPresent(csv -> alphabet.load(connector, new String(csv, UTF_8).lines().toList()));
    return alphabet;
  }

  Charset charset() {
    return charset;
  }

  /** Encodes text; refuses a character that the charset cannot encode, and names it. */
  byte[] encode(String text, String where) {
    if (toPrivate.isEmpty()) {
      return StrictText.encode(text, charset, where);
    }
    StringBuilder theirs = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isPrivate(c) && !fromPrivate.containsKey(c)) {
                throw Refusal.of("HUB-9005", "U+%04X is a private character", c)
                    .because("only a font of the centre shows what it means")
                    .fix("send the Unicode character that is meant; the centre knows which")
                    .at(where);
              }
              theirs.appendCodePoint(toPrivate.getOrDefault(c, c));
            });
    return StrictText.encode(theirs.toString(), charset, where);
  }

  /** Decodes bytes; refuses a private-use character that is not in the list. */
  String decode(byte[] bytes, @Nullable String contentType) {
    StringBuilder ours = new StringBuilder();
    StrictText.decode(bytes, contentType, charset)
        .codePoints()
        .forEach(
            c -> {
              if (isPrivate(c) && !fromPrivate.containsKey(c)) {
                throw Refusal.of("HUB-9014", "the answer holds the private character U+%04X", c)
                    .because("only a font of the back-end shows what it means")
                    .fix("ask the department which character it is, and add it to private-use.csv");
              }
              ours.appendCodePoint(fromPrivate.getOrDefault(c, c));
            });
    return ours.toString();
  }

  private static boolean isPrivate(int c) {
    return Character.getType(c) == Character.PRIVATE_USE;
  }

  private void load(Connector connector, List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw wrong(connector, 1, "the first line must be " + HEAD);
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (!LINE.matcher(lines.get(i)).matches()
          || cells[0].codePointCount(0, cells[0].length()) != 1) {
        throw wrong(connector, i + 1, "a character and a code point are needed");
      }
      int ours = cells[0].codePointAt(0);
      int theirs = HexFormat.fromHexDigits(cells[1]);
      if (!isPrivate(theirs) || !charset.newEncoder().canEncode((char) theirs)) {
        throw wrong(connector, i + 1, "this is not a private-use character of " + charset);
      }
      if (toPrivate.put(ours, theirs) != null || fromPrivate.put(theirs, ours) != null) {
        throw wrong(
            connector, i + 1, "a character or code point of this line is in an earlier line");
      }
    }
  }

  private static Fault wrong(Connector connector, int line, String why) {
    String file = BundlePath.shown(connector.backEnd(), PATH);
    return Fault.of("HUB-8009", "%s line %d: %s", file, line, why).fix("correct the line");
  }
}
