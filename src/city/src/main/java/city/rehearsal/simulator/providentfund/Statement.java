package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.providentfund.Finding.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered on a day, told from half past six on: a line for each question, how many there
 * are, and SM3 over the lines as {@code number|type|code}, each with a line end.
 */
final class Statement {
  private static final LocalTime READY = LocalTime.of(18, 30);

  private record Line(String id, String type, String code) {
    String text() {
      return id + "|" + type + "|" + code + "\n";
    }
  }

  private final Ledger ledger;
  private final Faults faults;

  Statement(Ledger ledger, DepartmentContext context) {
    this.ledger = ledger;
    this.faults = context.faults();
  }

  Said of(String day, OffsetDateTime now) throws Objection {
    LocalDate date = date(day);
    if (now.toLocalDateTime().isBefore(date.atTime(READY))
        || faults.onResult(FaultKind.LATE_RESULT).isPresent()) {
      throw new Objection("9004", "对账单尚未生成");
    }
    List<Line> lines = new ArrayList<>();
    for (Asked asked : ledger.all()) {
      if (BusinessClock.local(asked.at()).toLocalDate().equals(date)) {
        lines.add(new Line(asked.id(), asked.type(), asked.code()));
      }
    }
    String number = "DZD" + day;
    String document =
        Paper.of("StmtRpt", "STMT" + day, number, Finding.of("StmtRpt", told(date, lines)), now);
    return new Said("gjj.108.001.01", number, "0000", cut(document));
  }

  private static LocalDate date(String day) throws Objection {
    try {
      return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new Objection("E303", "报文头日期错误");
    }
  }

  private List<Part> told(LocalDate date, List<Line> lines) {
    if (!lines.isEmpty() && faults.onResult(FaultKind.MISSING_LINE).isPresent()) {
      lines.remove(lines.size() - 1);
    }
    if (faults.onResult(FaultKind.UNKNOWN_LINE).isPresent()) {
      lines.add(new Line("999999-20180702-000001/1", Clerk.ACCOUNT, "0000"));
    }
    if (!lines.isEmpty() && faults.onResult(FaultKind.DOUBLED_LINE).isPresent()) {
      lines.add(lines.get(0));
    }
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.text()));
    String digest = Seal.digest(all.toString());
    if (faults.onResult(FaultKind.WRONG_DIGEST).isPresent()) {
      digest = Seal.digest(digest);
    }
    List<Part> parts = new ArrayList<>();
    Map<String, String> sum = new LinkedHashMap<>();
    sum.put("rq", date.toString());
    sum.put("bs", String.valueOf(lines.size()));
    sum.put("zy", digest);
    parts.add(new Part("Stmt", sum));
    for (Line line : lines) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("OrgnlMsgId", line.id());
      fields.put("MsgTp", line.type());
      fields.put("Cd", line.code());
      parts.add(new Part("Ln", fields));
    }
    return parts;
  }

  /** Half a statement behind a good MAC, when told so. */
  private String cut(String document) {
    return faults.onResult(FaultKind.HALF_FILE).isPresent()
        ? document.substring(0, document.length() / 2)
        : document;
  }
}
