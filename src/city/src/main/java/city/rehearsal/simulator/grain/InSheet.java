package city.rehearsal.simulator.grain;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.sftp.FileError;
import city.rehearsal.simulator.protocol.sftp.Slip;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a sheet of ours and refuses it whole when anything in it is not as agreed. */
final class InSheet {
  private static final List<String> HEADER =
      List.of(
          "类别", "业务", "报文号", "办件号", "姓名", "证件类型", "证件号码", "联系电话", "受理机构", "申请时间", "明细一", "明细二",
          "原报文号", "撤回原因");
  private static final Set<String> BUSINESSES = Set.of("FS01", "LP02", "LD03");
  private static final int NAME_BYTES = 60;

  private InSheet() {}

  static List<Slip> read(String name, byte[] file) throws FileError {
    List<List<String>> rows = Rows.of(text(file));
    if (rows.size() < 2 || !rows.get(0).equals(HEADER)) {
      throw Rows.wrong(1, "表头不符");
    }
    List<String> sum = rows.get(rows.size() - 1);
    if (sum.size() != 3 || !sum.get(0).equals("合计") || !sum.get(1).equals(name)) {
      throw Rows.wrong(rows.size(), "不是合计行或文件名不符");
    }
    if (!sum.get(2).equals(String.valueOf(rows.size() - 2))) {
      throw new FileError("笔数不符", "合计与行数不符");
    }
    List<Slip> slips = new ArrayList<>();
    for (int i = 1; i < rows.size() - 1; i++) {
      slips.add(new Row(i + 1, rows.get(i)).slip());
    }
    return slips;
  }

  private static String text(byte[] file) throws FileError {
    try {
      return OldFont.decode(file);
    } catch (CharacterCodingException e) {
      throw new FileError("格式错误", "文件不是GBK编码");
    }
  }

  /** One row between header and sum. */
  private record Row(int number, List<String> cells) {

    Slip slip() throws FileError {
      if (cells.size() != HEADER.size()) {
        throw Rows.wrong(number, "列数不符");
      }
      return switch (cell("类别")) {
        case "申请" -> application();
        case "撤回" -> Slip.withdrawal(needed("报文号"), needed("办件号"), needed("原报文号"), needed("撤回原因"));
        default -> throw Rows.wrong(number, "类别应为申请或撤回");
      };
    }

    private Slip application() throws FileError {
      String business = needed("业务");
      if (!BUSINESSES.contains(business)) {
        throw Rows.wrong(number, "业务不在列表内");
      }
      if (!needed("受理机构").matches("\\d{11}")) {
        throw Rows.wrong(number, "受理机构应为11位编码");
      }
      if (!needed("申请时间").matches("\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
        throw Rows.wrong(number, "申请时间格式不对");
      }
      Decision decision =
          Rules.on(
              new Rules.Application(
                  business,
                  needed("证件类型"),
                  needed("证件号码"),
                  needed("申请时间"),
                  needed("明细一"),
                  needed("明细二")));
      Message message =
          new Message(
              needed("报文号"), needed("办件号"), Message.Kind.APPLY, name(), needed("证件号码"), business);
      return Slip.application(message, decision.status(), decision.reason());
    }

    private String name() throws FileError {
      String name = needed("姓名");
      Optional<String> flaw = Text.flawInName(name);
      if (flaw.isPresent()) {
        throw Rows.wrong(number, flaw.get());
      }
      try {
        if (OldFont.width(name) > NAME_BYTES) {
          throw Rows.wrong(number, "姓名过长");
        }
      } catch (CharacterCodingException e) {
        throw Rows.wrong(number, "姓名含非法字符");
      }
      return name;
    }

    private String cell(String column) {
      return cells.get(HEADER.indexOf(column));
    }

    private String needed(String column) throws FileError {
      if (cell(column).isBlank()) {
        throw Rows.wrong(number, column + "必填");
      }
      return cell(column);
    }
  }
}
