package city.rehearsal.simulator.department.grain;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.sftp.FileException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a caller's sheet; one malformed cell refuses the whole sheet. */
final class SubmissionSheet {
  private static final List<String> HEADER =
      List.of(
          "类别", "业务", "报文号", "办件号", "姓名", "证件类型", "证件号码", "联系电话", "受理机构", "申请时间", "明细一", "明细二",
          "原报文号", "撤回原因");
  private static final Set<String> BUSINESSES = Set.of("FS01", "LP02", "LD03");
  private static final int NAME_BYTES = 60;

  private SubmissionSheet() {}

  static List<Submission> read(String name, byte[] file) throws FileException {
    List<List<String>> rows = SheetRows.of(text(file));
    if (rows.size() < 2 || !rows.get(0).equals(HEADER)) {
      throw SheetRows.wrong(1, "表头不符");
    }
    List<String> sum = rows.get(rows.size() - 1);
    if (sum.size() != 3 || !sum.get(0).equals("合计") || !sum.get(1).equals(name)) {
      throw SheetRows.wrong(rows.size(), "不是合计行或文件名不符");
    }
    if (!sum.get(2).equals(String.valueOf(rows.size() - 2))) {
      throw new FileException("笔数不符", "合计与行数不符");
    }
    List<Submission> lines = new ArrayList<>();
    for (int i = 1; i < rows.size() - 1; i++) {
      lines.add(new Row(i + 1, rows.get(i)).submission());
    }
    return lines;
  }

  private static String text(byte[] file) throws FileException {
    try {
      return OldCodePage.decode(file);
    } catch (CharacterCodingException e) {
      throw new FileException("格式错误", "文件不是GBK编码");
    }
  }

  /** One row between header and sum. */
  private record Row(int number, List<String> cells) {

    Submission submission() throws FileException {
      if (cells.size() != HEADER.size()) {
        throw SheetRows.wrong(number, "列数不符");
      }
      return switch (cell("类别")) {
        case "申请" -> application();
        case "撤回" ->
            new Submission.Withdrawal(
                required("报文号"), required("办件号"), required("原报文号"), required("撤回原因"));
        default -> throw SheetRows.wrong(number, "类别应为申请或撤回");
      };
    }

    private Submission application() throws FileException {
      String business = required("业务");
      if (!BUSINESSES.contains(business)) {
        throw SheetRows.wrong(number, "业务不在列表内");
      }
      if (!required("受理机构").matches("\\d{11}")) {
        throw SheetRows.wrong(number, "受理机构应为11位编码");
      }
      if (!required("申请时间").matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
        throw SheetRows.wrong(number, "申请时间格式不对");
      }
      Decision decision =
          Rules.decide(
              new Rules.Application(
                  business,
                  required("证件类型"),
                  required("证件号码"),
                  required("申请时间"),
                  required("明细一"),
                  required("明细二")));
      Message message =
          new Message(
              required("报文号"),
              required("办件号"),
              Message.Kind.APPLY,
              name(),
              required("证件号码"),
              business);
      return new Submission.Application(message, decision);
    }

    private String name() throws FileException {
      String name = required("姓名");
      Optional<String> flaw = Text.flawInName(name);
      if (flaw.isPresent()) {
        throw SheetRows.wrong(number, flaw.get());
      }
      try {
        if (OldCodePage.width(name) > NAME_BYTES) {
          throw SheetRows.wrong(number, "姓名过长");
        }
      } catch (CharacterCodingException e) {
        throw SheetRows.wrong(number, "姓名含非法字符");
      }
      return name;
    }

    private String cell(String column) {
      return cells.get(HEADER.indexOf(column));
    }

    private String required(String column) throws FileException {
      if (cell(column).isBlank()) {
        throw SheetRows.wrong(number, column + "必填");
      }
      return cell(column);
    }
  }
}
