package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a framed message: columns of fixed width in ASCII, padded with blanks, between
 * <code>{H:</code> and <code>}</code>.
 *
 * @param type message type, {@code gjj.101.001.01}
 * @param day the day that it is about, {@code 20180702}
 * @param request the caller's id of the request; an answer repeats it
 * @param answer the answering side's id of the answer; blank in a request
 * @param code the outcome of the request; blank in a request
 * @param algorithm of the MAC
 * @param key which of the shared secrets made the MAC
 */
record FrameHeader(
    String version,
    String sender,
    String receiver,
    String type,
    String day,
    String request,
    String answer,
    String code,
    String algorithm,
    String key) {
  private static final String OPENS = "{H:";
  private static final String ENDS = "}";
  private static final int[] WIDTHS = {2, 8, 8, 14, 8, 40, 24, 4, 8, 8};

  /** Its length in bytes. */
  static final int LENGTH = OPENS.length() + 124 + ENDS.length();

  byte[] bytes() {
    StringBuilder text = new StringBuilder(OPENS);
    List<String> columns =
        List.of(version, sender, receiver, type, day, request, answer, code, algorithm, key);
    for (int i = 0; i < WIDTHS.length; i++) {
      text.append(column(columns.get(i), WIDTHS[i]));
    }
    return text.append(ENDS).toString().getBytes(US_ASCII);
  }

  private static String column(String value, int width) {
    if (value.length() > width || !US_ASCII.newEncoder().canEncode(value)) {
      throw Fault.of("HUB-8010", "'%s' has no room in the header of a framed message", value)
          .because("its column takes %d characters of ASCII".formatted(width))
          .fix("correct the call or the frame in connector.yaml");
    }
    return value + " ".repeat(width - value.length());
  }

  /** The header at the beginning of {@code message}; empty when there is none. */
  static Optional<FrameHeader> read(byte[] message) {
    if (message.length < LENGTH) {
      return Optional.empty();
    }
    // a byte that is not ASCII becomes one replacement character, and moves no column
    String text = new String(message, 0, LENGTH, ISO_8859_1);
    if (!text.startsWith(OPENS) || !text.endsWith(ENDS)) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    int at = OPENS.length();
    for (int width : WIDTHS) {
      columns.add(text.substring(at, at + width).stripTrailing());
      at += width;
    }
    return Optional.of(
        new FrameHeader(
            columns.get(0),
            columns.get(1),
            columns.get(2),
            columns.get(3),
            columns.get(4),
            columns.get(5),
            columns.get(6),
            columns.get(7),
            columns.get(8),
            columns.get(9)));
  }
}
