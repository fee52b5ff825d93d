package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Changes notices as a fault says. */
final class NoticeMutation {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String UNKNOWN_APPLICATION = "310104-20180702-999999/1";
  private static final int OVERSIZE = 2 * 1024 * 1024;
  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.GARBLED,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.DOCTYPE,
          FaultKind.UNKNOWN_VERSION,
          FaultKind.UNKNOWN_LINE);

  private NoticeMutation() {}

  static byte[] body(Notice notice, Faults faults) {
    return faults
        .onAny(KINDS)
        .map(injection -> changed(notice, injection.kind()))
        .orElseGet(notice::utf8);
  }

  private static byte[] changed(Notice notice, FaultKind kind) {
    String text = notice.text();
    return switch (kind) {
      case GARBLED -> text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
      // most notices are plain ASCII, which is the same in both charsets
      case MISENCODED -> text.replaceFirst("\\{", "{\"remark\":\"工会\",").getBytes(GB18030);
      case OVERSIZED -> padded(text);
      case DOCTYPE ->
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
              .getBytes(StandardCharsets.UTF_8);
      case UNKNOWN_LINE ->
          text.replace(
                  "\"applicationNo\":\"" + notice.applicationNo() + "\"",
                  "\"applicationNo\":\"" + UNKNOWN_APPLICATION + "\"")
              .getBytes(StandardCharsets.UTF_8);
      default ->
          text.replace("\"" + Notice.VERSION + "\"", "\"9.0\"").getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] padded(String text) {
    byte[] bytes = new byte[OVERSIZE];
    Arrays.fill(bytes, (byte) ' ');
    byte[] notice = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(notice, 0, bytes, 0, notice.length - 1);
    bytes[OVERSIZE - 1] = '}';
    return bytes;
  }
}
