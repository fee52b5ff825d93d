package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters that a back-end can write: those of its charset, and those that the bundle's
 * {@code private-use.csv} adds. Old systems gave characters that their code page lacked a place of
 * its own, which is two bytes in their files and a private character in Unicode: {@code
 * 䶮,FE9F,E863}.
 */
final class Alphabet {
  private static final String PATH = "mappings/private-use.csv";
  private static final String HEAD = "ours,theirs,private";
  private static final Pattern LINE = Pattern.compile("[^,]+,[0-9A-F]{4},[0-9A-F]{4}");
  private static final int LEAD_MIN = 0x81; // below it a byte stands for itself

  private final Charset charset;

  /** Our character → their two bytes. */
  private final Map<Integer, byte[]> theirs = new HashMap<>();

  /** Their two bytes, as one number → our character. */
  private final Map<Integer, Integer> byBytes = new HashMap<>();

  /** The private character → ours. */
  private final Map<Integer, Integer> byPrivate = new HashMap<>();

  private Alphabet(Charset charset) {
    this.charset = charset;
  }

  static Alphabet of(Connector connector) {
    Alphabet alphabet = new Alphabet(connector.charset());
    connector
        .bundle()
        .file(PATH)
        .ifPresent(csv -> alphabet.load(connector, new String(csv, UTF_8).lines().toList()));
    return alphabet;
  }

  Charset charset() {
    return charset;
  }

  /** Our text in their bytes; a character that they have no bytes for is refused with its place. */
  byte[] encode(String text, String where) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder run = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              byte[] own = theirs.get(c);
              if (own == null) {
                run.appendCodePoint(c);
              } else {
                bytes.writeBytes(StrictText.encode(run.toString(), charset, where));
                bytes.writeBytes(own);
                run.setLength(0);
              }
            });
    bytes.writeBytes(StrictText.encode(run.toString(), charset, where));
    return bytes.toByteArray();
  }

  /** Their bytes as our text. A private character that the list does not know is refused. */
  String decode(byte[] bytes, @Nullable String contentType) {
    boolean asAgreed = StrictText.declared(contentType, charset).equals(charset);
    String text =
        asAgreed && listed(bytes) ? byPairs(bytes) : StrictText.decode(bytes, contentType, charset);
    StringBuilder ours = new StringBuilder();
    text.codePoints().forEach(c -> ours.appendCodePoint(meant(c)));
    return ours.toString();
  }

  private int meant(int c) {
    Integer meant = byPrivate.get(c);
    if (meant == null && Character.getType(c) == Character.PRIVATE_USE) {
      throw Refusal.of("HUB-9014", "the answer holds the private character U+%04X", c)
          .because(
              "it means something in their own font only, and private-use.csv does not know it")
          .fix("ask the back-end which character it is and add the line; it is never guessed");
    }
    return meant == null ? c : meant;
  }

  private boolean listed(byte[] bytes) {
    for (int i = 0; i < bytes.length; i += width(bytes, i)) {
      if (byBytes.containsKey(pair(bytes, i))) {
        return true;
      }
    }
    return false;
  }

  /** Java's own decoder knows no private bytes; what lies between them is decoded strictly. */
  private String byPairs(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int begin = 0;
    for (int i = 0; i < bytes.length; i += width(bytes, i)) {
      Integer meant = byBytes.get(pair(bytes, i));
      if (meant != null) {
        text.append(StrictText.decoded(Arrays.copyOfRange(bytes, begin, i), charset));
        text.appendCodePoint(meant);
        begin = i + 2;
      }
    }
    return text.append(StrictText.decoded(Arrays.copyOfRange(bytes, begin, bytes.length), charset))
        .toString();
  }

  private static int width(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) < LEAD_MIN ? 1 : 2;
  }

  /** Two bytes as one number; 0, which is in no list, for a byte that stands alone. */
  private static int pair(byte[] bytes, int at) {
    return width(bytes, at) == 1 || at + 1 == bytes.length
        ? 0
        : (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private void load(Connector connector, List<String> lines) {
    if (!charset.name().equals("GBK")) {
      throw wrong(connector, 1, "private bytes are those of GBK, and the charset is " + charset);
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      throw wrong(connector, 1, "the first line must be " + HEAD);
    }
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (!LINE.matcher(lines.get(i)).matches()
          || cells[0].codePointCount(0, cells[0].length()) != 1) {
        throw wrong(connector, i + 1, "a character, two bytes and a code point are needed");
      }
      int ours = cells[0].codePointAt(0);
      byte[] bytes = HexFormat.of().parseHex(cells[1]);
      if (theirs.put(ours, bytes) != null
          || byBytes.put(pair(bytes, 0), ours) != null
          || byPrivate.put(HexFormat.fromHexDigits(cells[2]), ours) != null) {
        throw wrong(connector, i + 1, "something on it stood there before");
      }
    }
  }

  private static Fault wrong(Connector connector, int line, String why) {
    String file = BundlePath.shown(connector.backEnd(), PATH);
    return Fault.of("HUB-8009", "%s line %d: %s", file, line, why).fix("correct the line");
  }
}
