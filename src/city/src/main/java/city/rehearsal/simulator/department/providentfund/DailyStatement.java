package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.department.providentfund.Lookup.Part;
import java.nio.charset.StandardCharsets;
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
 * The statement of a day, ready from half past six in the evening: a line for each question, their
 * count, and SM3 over the lines as {@code number|type|code}, each with a line end.
 */
final class DailyStatement {
  private static final LocalTime READY = LocalTime.of(18, 30);

  private record Line(String id, String type, String code) {
    String text() {
      return id + "|" + type + "|" + code + "\n";
    }
  }

  private final QuestionJournal journal;
  private final Faults faults;

  DailyStatement(QuestionJournal journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
  }

  Answer of(String day, OffsetDateTime now) throws FundException {
    LocalDate date = date(day);
    if (now.toLocalDateTime().isBefore(date.atTime(READY))
        || faults.onResult(FaultKind.LATE_RESULT).isPresent()) {
      throw new FundException("9004", "对账单尚未生成");
    }
    List<Line> lines = new ArrayList<>();
    for (AnsweredQuestion question : journal.all()) {
      if (BusinessClock.local(question.at()).toLocalDate().equals(date)) {
        lines.add(new Line(question.id(), question.type(), question.code()));
      }
    }
    String number = "DZD" + day;
    String document =
        AnswerDocument.of(
            "StmtRpt", "STMT" + day, number, Lookup.of("StmtRpt", parts(date, lines)), now);
    return new Answer("gjj.108.001.01", number, "0000", cut(document));
  }

  private static LocalDate date(String day) throws FundException {
    try {
      return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new FundException("E303", "报文头日期错误");
    }
  }

  private List<Part> parts(LocalDate date, List<Line> lines) {
    if (!lines.isEmpty() && faults.onResult(FaultKind.MISSING_LINE).isPresent()) {
      lines.remove(lines.size() - 1);
    }
    if (faults.onResult(FaultKind.UNKNOWN_LINE).isPresent()) {
      lines.add(new Line("999999-20180702-000001/1", QuestionHandler.ACCOUNT, "0000"));
    }
    if (!lines.isEmpty() && faults.onResult(FaultKind.DOUBLED_LINE).isPresent()) {
      lines.add(lines.get(0));
    }
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line.text()));
    String digest = digest(all.toString());
    if (faults.onResult(FaultKind.WRONG_DIGEST).isPresent()) {
      digest = digest(digest);
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

  private static String digest(String text) {
    return Sm3.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Half a statement with a right MAC: the fault HALF_FILE. */
  private String cut(String document) {
    return faults.onResult(FaultKind.HALF_FILE).isPresent()
        ? document.substring(0, document.length() / 2)
        : document;
  }
}
