package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.protocol.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Reads the messages of agreement 1.3, sections 2 to 4: an application (NW), or the withdrawal of
 * one (CA).
 */
final class OrderReader {
  private static final String HEAD = "MSH|^~\\&|TONGBAN|SHSQSL|WJXT|SHWJW|";
  private static final Pattern TIME = Pattern.compile("\\d{14}[+-]\\d{4}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{4,18}");
  private static final Pattern CENTRE = Pattern.compile("\\d{11}");
  private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("uuuuMMdd");

  private OrderReader() {}

  /** MSH-10 of any message, also of one that is malformed elsewhere; empty if it is not there. */
  static String controlId(byte[] message) {
    String[] fields =
        new String(message, StandardCharsets.ISO_8859_1).split("\r", 2)[0].split("\\|", -1);
    return fields.length > 9 ? fields[9] : "";
  }

  static Submission read(byte[] message) throws Hl7Exception {
    Deque<Segment> segments = segments(message);
    Segment head = segments.remove();
    String controlId = head(head);
    Segment next = next(segments, "PID|ORC");
    Submission submission =
        next.name().equals("ORC")
            ? withdrawal(controlId, next)
            : application(controlId, next, segments);
    if (!segments.isEmpty()) {
      throw sequence(segments.remove().name());
    }
    return submission;
  }

  private static Deque<Segment> segments(byte[] message) throws Hl7Exception {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
    } catch (CharacterCodingException e) {
      throw Hl7Exception.form("MSH-18", "不是UTF-8");
    }
    if (!text.startsWith(HEAD) || !text.endsWith("\r") || text.indexOf('\n') >= 0) {
      throw Hl7Exception.form("MSH", "发送方、接收方或分隔符未登记");
    }
    Deque<Segment> segments = new ArrayDeque<>();
    for (String line : text.substring(0, text.length() - 1).split("\r", -1)) {
      segments.add(new Segment(line));
    }
    return segments;
  }

  /** MSH-1 is the separator itself, so each field is found one place before its number. */
  private static String head(Segment head) throws Hl7Exception {
    head.text(6, TIME);
    if (!head.text(8, 1, 9).equals("ORM") || !head.text(8, 2, 9).equals("O01")) {
      throw new Hl7Exception("200^Unsupported message type", "MSH-9: 应为ORM^O01");
    }
    if (!head.text(10, 3).equals("P")) {
      throw new Hl7Exception("202^Unsupported processing id", "MSH-11: 应为P");
    }
    if (!head.text(11, 9).equals("2.5.1")) {
      throw new Hl7Exception("203^Unsupported version id", "MSH-12: 应为2.5.1");
    }
    if (!head.text(17, 20).equals("UNICODE UTF-8")) {
      throw new Hl7Exception("103^Table value not found", "MSH-18: 应为UNICODE UTF-8");
    }
    return head.text(9, 64);
  }

  private static Submission withdrawal(String controlId, Segment order) throws Hl7Exception {
    if (!order.text(1, 2).equals("CA")) {
      throw Hl7Exception.form("ORC-1", "应为CA");
    }
    String original = order.text(2, 64);
    String caseNo = order.text(4, 32);
    String reason = order.text(16, 2, 300);
    order.nothingElse();
    return new Submission.Withdrawal(controlId, caseNo, original, reason);
  }

  private static Submission application(String controlId, Segment patient, Deque<Segment> more)
      throws Hl7Exception {
    patient.text(1, 1);
    String idNumber = patient.papers(3, 5);
    String name = patient.person(5, 1);
    if (patient.has(13)) {
      patient.text(13, PHONE);
    }
    patient.nothingElse();
    Segment order = next(more, "ORC");
    if (!order.text(1, 2).equals("NW") || !order.text(2, 64).equals(controlId)) {
      throw Hl7Exception.form("ORC-1", "应为NW，且ORC-2与MSH-10一致");
    }
    String caseNo = order.text(4, 32);
    LocalDate applied = LocalDate.parse(order.text(9, TIME).substring(0, 8), DAYS);
    order.text(17, CENTRE);
    if (order.has(19)) {
      order.papers(19, 13);
      order.person(19, 2);
    }
    order.nothingElse();
    Segment request = next(more, "OBR");
    request.text(1, 1);
    request.text(2, 64);
    String service = request.text(4, 4);
    request.nothingElse();
    Segment form = next(more, "Z..");
    Decision decision = Rules.decide(service, form, applied);
    form.nothingElse();
    while (!more.isEmpty() && more.peek().name().equals("ZCL")) {
      paper(more.remove());
    }
    return new Submission.Application(
        new Message(controlId, caseNo, Message.Kind.APPLY, name, idNumber, service), decision);
  }

  private static void paper(Segment paper) throws Hl7Exception {
    paper.text(1, 3);
    paper.text(2, 40);
    paper.text(3, 200);
    paper.nothingElse();
  }

  private static Segment next(Deque<Segment> segments, String name) throws Hl7Exception {
    Segment next = segments.poll();
    if (next == null || !next.name().matches(name)) {
      throw sequence(name);
    }
    return next;
  }

  private static Hl7Exception sequence(String segment) {
    return new Hl7Exception("100^Segment sequence error", segment + ": 段顺序不符");
  }
}
