package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.FaultKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Changes answers as a fault says. */
final class AnswerMutation {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int OVERSIZE = 12 * 1024 * 1024;

  private AnswerMutation() {}

  /** A changed document, which still gets a right MAC. */
  static byte[] document(FaultKind kind, String text) {
    return switch (kind) {
      case GARBLED -> text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
      case MISENCODED -> text.getBytes(GB18030);
      case OVERSIZED ->
          text.replaceFirst("<Document", " ".repeat(OVERSIZE) + "<Document")
              .getBytes(StandardCharsets.UTF_8);
      case DOCTYPE ->
          text.replaceFirst(
                  "<Document",
                  "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document")
              .getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  /** The telegram with one digit of its MAC changed. */
  static byte[] otherMac(byte[] telegram) {
    byte[] other = telegram.clone();
    int place = other.length - 2;
    other[place] = (byte) (other[place] == '0' ? '1' : '0');
    return other;
  }
}
