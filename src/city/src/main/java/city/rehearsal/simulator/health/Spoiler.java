package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.FaultKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The ways in which an acknowledgement can come out wrong; a frame with what is in it. */
final class Spoiler {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int OVERSIZE = 2 * 1024 * 1024;

  private Spoiler() {}

  static byte[] spoilt(Letter letter, FaultKind kind) {
    byte[] whole = Frames.framed(letter.bytes());
    return switch (kind) {
      case GARBLED -> Frames.framed(text(letter.text().replaceFirst("\r$", "|\\\\Q\\\\\r")));
      // an acknowledgement is plain ASCII, which no charset can hurt
      case MISENCODED ->
          Frames.framed(
              letter
                  .text()
                  .replace("GB 18030-2000", "UNICODE UTF-8")
                  .replaceFirst("\r$", "|已受理\r")
                  .getBytes(GB18030));
      case OVERSIZED -> Frames.framed(padded(letter));
      case DOCTYPE ->
          Frames.framed(
              text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>\r"));
      case OTHER_MESSAGE -> Frames.framed(text(letter.text().replaceFirst("(MSA\\|..\\|)", "$1X")));
      case UNKNOWN_CHARSET ->
          Frames.framed(text(letter.text().replace(letter.station().charsetName(), "KOI8-R")));
      case UNFINISHED -> Arrays.copyOf(whole, whole.length - 2);
      case HALF_ANSWER -> Arrays.copyOf(whole, whole.length / 2);
      case TWO_ANSWERS -> twice(whole);
      default -> throw new IllegalArgumentException("no way of spoiling an answer: " + kind);
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] padded(Letter letter) {
    return text(letter.text() + "NTE|1||" + "好".repeat(OVERSIZE / 3) + "\r");
  }

  private static byte[] twice(byte[] whole) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(whole);
    both.writeBytes(whole);
    return both.toByteArray();
  }
}
