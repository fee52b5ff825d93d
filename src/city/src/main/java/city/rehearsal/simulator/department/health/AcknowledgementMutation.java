package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.protocol.mllp.MllpFrames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Changes acknowledgements, or the frames around them, as a fault says. */
final class AcknowledgementMutation {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int OVERSIZE = 2 * 1024 * 1024;

  private AcknowledgementMutation() {}

  static byte[] changed(Hl7Message message, FaultKind kind) {
    byte[] whole = MllpFrames.framed(message.bytes());
    return switch (kind) {
      case GARBLED -> MllpFrames.framed(text(message.text().replaceFirst("\r$", "|\\\\Q\\\\\r")));
      // an acknowledgement is plain ASCII, which is the same in both charsets
      case MISENCODED ->
          MllpFrames.framed(
              message
                  .text()
                  .replace("GB 18030-2000", "UNICODE UTF-8")
                  .replaceFirst("\r$", "|已受理\r")
                  .getBytes(GB18030));
      case OVERSIZED -> MllpFrames.framed(padded(message));
      case DOCTYPE ->
          MllpFrames.framed(
              text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>\r"));
      case OTHER_MESSAGE ->
          MllpFrames.framed(text(message.text().replaceFirst("(MSA\\|..\\|)", "$1X")));
      case UNKNOWN_CHARSET ->
          MllpFrames.framed(
              text(message.text().replace(message.station().charsetName(), "KOI8-R")));
      case UNFINISHED -> Arrays.copyOf(whole, whole.length - 2);
      case HALF_ANSWER -> Arrays.copyOf(whole, whole.length / 2);
      case TWO_ANSWERS -> twice(whole);
      default -> throw new IllegalArgumentException("not a fault of an acknowledgement: " + kind);
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] padded(Hl7Message message) {
    return text(message.text() + "NTE|1||" + "好".repeat(OVERSIZE / 3) + "\r");
  }

  private static byte[] twice(byte[] whole) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(whole);
    both.writeBytes(whole);
    return both.toByteArray();
  }
}
