package city.rehearsal.simulator.grain;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.protocol.sftp.FileError;
import city.rehearsal.simulator.protocol.sftp.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sheet of results. Two people work there, and their spreadsheets save differently:
 * answers to sheets with an odd number are in the old code page, to those with an even one in UTF-8
 * behind a byte order mark, where the characters of the old font are private ones.
 */
final class OutSheet {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
  private static final List<String> HEADER = List.of("类别", "报文号", "受理编号", "结论", "原因", "办理时间");
  private static final String MARK = "\uFEFF";

  private OutSheet() {}

  static byte[] refusal(String name, FileError why) {
    return saved(
        name,
        Rows.line(HEADER)
            + Rows.line(List.of("合计", name, "0", why.code(), String.valueOf(why.getMessage()))));
  }

  static byte[] results(String name, List<Outcome> outcomes) {
    StringBuilder sheet = new StringBuilder(Rows.line(HEADER));
    outcomes.forEach(outcome -> sheet.append(line(outcome)));
    sheet.append(Rows.line(List.of("合计", name, String.valueOf(outcomes.size()), "已接收", "")));
    return saved(name, sheet.toString());
  }

  private static String line(Outcome o) {
    return Rows.line(
        List.of(
            "结果",
            o.deliveryId(),
            o.serial(),
            word(o.status()),
            o.reason(),
            BusinessClock.local(o.at()).format(TIME)));
  }

  private static String word(@Nullable ApplicationStatus status) {
    if (status == null) {
      return "查无此件";
    }
    return switch (status) {
      case APPROVED -> "同意";
      case REJECTED -> "不同意";
      case NOT_ACCEPTED -> "不予受理";
      case WITHDRAWN -> "已撤回";
      case TOO_LATE -> "已办结";
      case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it is not decided yet");
    };
  }

  private static byte[] saved(String name, String sheet) {
    String digits = name.replaceAll("\\D", "");
    boolean even = !digits.isEmpty() && (digits.charAt(digits.length() - 1) - '0') % 2 == 0;
    return even
        ? (MARK + OldFont.inUnicode(sheet)).getBytes(StandardCharsets.UTF_8)
        : OldFont.encode(sheet);
  }

  static byte[] miscounted(byte[] right) {
    byte[] wrong = right.clone();
    int at = wrong.length - 1;
    while (wrong[at] < '0' || wrong[at] > '9') {
      at--; // the last digit of the sheet is the count's
    }
    wrong[at] = (byte) (wrong[at] == '9' ? '8' : wrong[at] + 1);
    return wrong;
  }

  /** The mark before what is not UTF-8, or UTF-8 without it. */
  static byte[] misencoded(byte[] right) {
    byte[] mark = MARK.getBytes(StandardCharsets.UTF_8);
    if (Arrays.equals(right, 0, mark.length, mark, 0, mark.length)) {
      return Arrays.copyOfRange(right, mark.length, right.length);
    }
    byte[] wrong = Arrays.copyOf(mark, mark.length + right.length);
    System.arraycopy(right, 0, wrong, mark.length, right.length);
    return wrong;
  }
}
