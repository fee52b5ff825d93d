package city.rehearsal.simulator.department.grain;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.protocol.sftp.FileException;
import city.rehearsal.simulator.protocol.sftp.LineResult;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sheet of results as two different spreadsheet programs save it: results of sheets with
 * an odd number in the old code page, those with an even number in UTF-8 with a byte order mark,
 * where the characters of the old font are private ones.
 */
final class ResultSheet {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss");
  private static final List<String> HEADER = List.of("类别", "报文号", "受理编号", "结论", "原因", "办理时间");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Map<ApplicationStatus, String> WORDS =
      Map.of(
          ApplicationStatus.APPROVED, "同意",
          ApplicationStatus.REJECTED, "不同意",
          ApplicationStatus.NOT_ACCEPTED, "不予受理",
          ApplicationStatus.WITHDRAWN, "已撤回",
          ApplicationStatus.TOO_LATE, "已办结");
  private static final String UNKNOWN = "查无此件";

  private ResultSheet() {}

  static byte[] refusal(String name, FileException why) {
    return saved(
        name,
        SheetRows.line(HEADER)
            + SheetRows.line(
                List.of("合计", name, "0", why.code(), String.valueOf(why.getMessage()))));
  }

  static byte[] results(String name, List<LineResult> results) {
    StringBuilder sheet = new StringBuilder(SheetRows.line(HEADER));
    results.forEach(result -> sheet.append(line(result)));
    sheet.append(SheetRows.line(List.of("合计", name, String.valueOf(results.size()), "已接收", "")));
    return saved(name, sheet.toString());
  }

  private static String line(LineResult result) {
    return SheetRows.line(
        List.of(
            "结果",
            result.deliveryId(),
            result.serial(),
            word(result.status()),
            result.reason(),
            BusinessClock.local(result.at()).format(TIME)));
  }

  private static String word(@Nullable ApplicationStatus status) {
    return status == null ? UNKNOWN : Objects.requireNonNull(WORDS.get(status), "not decided");
  }

  private static byte[] saved(String name, String sheet) {
    String digits = name.replaceAll("\\D", "");
    boolean even = !digits.isEmpty() && (digits.charAt(digits.length() - 1) - '0') % 2 == 0;
    return even
        ? (BYTE_ORDER_MARK + OldCodePage.inUnicode(sheet)).getBytes(StandardCharsets.UTF_8)
        : OldCodePage.encode(sheet);
  }

  static byte[] miscounted(byte[] right) {
    byte[] wrong = right.clone();
    int at = wrong.length - 1;
    while (wrong[at] < '0' || wrong[at] > '9') {
      at--; // the last digit of the sheet is the count
    }
    wrong[at] = (byte) (wrong[at] == '9' ? '8' : wrong[at] + 1);
    return wrong;
  }

  /** A byte order mark before other bytes than UTF-8, or UTF-8 without it. */
  static byte[] misencoded(byte[] right) {
    byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
    if (Arrays.equals(right, 0, mark.length, mark, 0, mark.length)) {
      return Arrays.copyOfRange(right, mark.length, right.length);
    }
    byte[] wrong = Arrays.copyOf(mark, mark.length + right.length);
    System.arraycopy(right, 0, wrong, mark.length, right.length);
    return wrong;
  }
}
