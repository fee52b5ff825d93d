package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.Decision;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message to the bureau that is written as the agreement says (1.3, sections 2 to 4): an
 * application (NW), or the wish to take one back (CA).
 *
 * @param controlId MSH-10, by which a repeat is known
 * @param original the application that is taken back; null of an application
 */
record Order(
    String controlId,
    String caseNo,
    @Nullable Application application,
    @Nullable String original,
    @Nullable String reason) {
  private static final String HEAD = "MSH|^~\\&|TONGBAN|SHSQSL|WJXT|SHWJW|";
  private static final Pattern TIME = Pattern.compile("\\d{14}[+-]\\d{4}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9-]{4,18}");
  private static final Pattern CENTRE = Pattern.compile("\\d{11}");
  private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("uuuuMMdd");

  /** What somebody applies for. */
  record Application(String name, String idNumber, String service, Decision decision) {}

  /** MSH-10 as it stands there, also of a message that is wrong elsewhere; else nothing. */
  static String controlId(byte[] message) {
    String[] fields =
        new String(message, StandardCharsets.ISO_8859_1).split("\r", 2)[0].split("\\|", -1);
    return fields.length > 9 ? fields[9] : "";
  }

  static Order read(byte[] message) throws Hl7Error {
    Deque<Segment> segments = segments(message);
    Segment head = segments.remove();
    String controlId = head(head);
    Segment next = next(segments, "PID|ORC");
    Order order =
        next.name().equals("ORC")
            ? withdrawal(controlId, next)
            : application(controlId, next, segments);
    if (!segments.isEmpty()) {
      throw sequence(segments.remove().name());
    }
    return order;
  }

  private static Deque<Segment> segments(byte[] message) throws Hl7Error {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString();
    } catch (CharacterCodingException e) {
      throw Hl7Error.form("MSH-18", "不是UTF-8");
    }
    if (!text.startsWith(HEAD) || !text.endsWith("\r") || text.indexOf('\n') >= 0) {
      throw Hl7Error.form("MSH", "发送方、接收方或分隔符未登记");
    }
    Deque<Segment> segments = new ArrayDeque<>();
    for (String line : text.substring(0, text.length() - 1).split("\r", -1)) {
      segments.add(new Segment(line));
    }
    return segments;
  }

  /** In MSH the first separator is a field, so each stands one place earlier than it is called. */
  private static String head(Segment head) throws Hl7Error {
    head.text(6, TIME);
    if (!head.text(8, 1, 9).equals("ORM") || !head.text(8, 2, 9).equals("O01")) {
      throw new Hl7Error("200^Unsupported message type", "MSH-9: 应为ORM^O01");
    }
    if (!head.text(10, 3).equals("P")) {
      throw new Hl7Error("202^Unsupported processing id", "MSH-11: 应为P");
    }
    if (!head.text(11, 9).equals("2.5.1")) {
      throw new Hl7Error("203^Unsupported version id", "MSH-12: 应为2.5.1");
    }
    if (!head.text(17, 20).equals("UNICODE UTF-8")) {
      throw new Hl7Error("103^Table value not found", "MSH-18: 应为UNICODE UTF-8");
    }
    return head.text(9, 64);
  }

  private static Order withdrawal(String controlId, Segment order) throws Hl7Error {
    if (!order.text(1, 2).equals("CA")) {
      throw Hl7Error.form("ORC-1", "应为CA");
    }
    String original = order.text(2, 64);
    String caseNo = order.text(4, 32);
    String reason = order.text(16, 2, 300);
    order.nothingElse();
    return new Order(controlId, caseNo, null, original, reason);
  }

  private static Order application(String controlId, Segment patient, Deque<Segment> more)
      throws Hl7Error {
    patient.text(1, 1);
    String idNumber = patient.papers(3, 5);
    String name = patient.person(5, 1);
    if (patient.has(13)) {
      patient.text(13, PHONE);
    }
    patient.nothingElse();
    Segment order = next(more, "ORC");
    if (!order.text(1, 2).equals("NW") || !order.text(2, 64).equals(controlId)) {
      throw Hl7Error.form("ORC-1", "应为NW，且ORC-2与MSH-10一致");
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
    Decision decision = Rules.on(service, form, applied);
    form.nothingElse();
    while (!more.isEmpty() && more.peek().name().equals("ZCL")) {
      paper(more.remove());
    }
    return new Order(
        controlId, caseNo, new Application(name, idNumber, service, decision), null, null);
  }

  private static void paper(Segment paper) throws Hl7Error {
    paper.text(1, 3);
    paper.text(2, 40);
    paper.text(3, 200);
    paper.nothingElse();
  }

  private static Segment next(Deque<Segment> segments, String name) throws Hl7Error {
    Segment next = segments.poll();
    if (next == null || !next.name().matches(name)) {
      throw sequence(name);
    }
    return next;
  }

  private static Hl7Error sequence(String segment) {
    return new Hl7Error("100^Segment sequence error", segment + ": 段顺序不符");
  }
}
