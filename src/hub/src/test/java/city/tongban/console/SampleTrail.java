package city.tongban.console;

import static city.tongban.canonical.KeyedMessage.code;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.TraceStepView.Body;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trace steps of {@link Sample}'s cases, with payloads of every kind that a reader may meet.
 */
final class SampleTrail {
  static final String GB = "text/xml; charset=GB18030";
  static final String JSON = "application/json";
  static final String REFUSED = id(90);
  static final String HOSTILE = id(24);
  static final String SOAP = id(22);
  static final String GARBLED = id(26);

  private static final Problem TOO_LONG =
      new Problem(
          "HUB-9006",
          "the last employer is too long for their field",
          "118 bytes in GB18030, AAC161 holds 100",
          "shorten the value and send the case again",
          "/case/form/lastEmployer");
  private static final Problem SILENT =
      new Problem(
          "HUB-4011",
          "they did not answer within 20 s",
          "the request had left in whole",
          "nothing: they are asked before it is sent again",
          null);
  private static final Problem BAD_ID =
      new Problem(
          "HUB-1006",
          "the citizen id fails its checksum",
          "the last place should be another",
          "type the number again from the card",
          "/applicant/idNumber");

  private final Map<String, byte[]> bodies = new LinkedHashMap<>();
  private final List<TraceStepView> stops = new ArrayList<>();

  SampleTrail() {
    decided();
    parked();
    stops.add(
        stop(90, 0, "intake", "refused", null, null, "centre-" + Sample.CENTRE)
            .problem(BAD_ID)
            .in(
                JSON,
                "{\"messageId\":\"x\",\"applicant\":{\"idNumber\":\"110105194912310021\"}}"
                    .getBytes(UTF_8))
            .view());
  }

  List<TraceStepView> of(CaseNumber number) {
    return stops.stream().filter(stop -> number.value().equals(stop.caseNumber())).toList();
  }

  List<TraceStepView> readings() {
    return stops.stream().filter(stop -> stop.stage().equals("trace")).toList();
  }

  TraceStepView find(String id) {
    return stops.stream().filter(stop -> stop.id().equals(id)).findFirst().orElse(null);
  }

  byte[] body(String id, boolean in) {
    return bodies.get(id + in);
  }

  private void decided() {
    CaseNumber number = Sample.DECIDED;
    String centre = "centre-" + Sample.CENTRE;
    byte[] application =
        ("{\"messageId\":\"window-3-0000000482\",\"item\":\"ZJ9001\",\"applicant\":{\"name\":\"王小明\",\"idType\":"
                + "\"RESIDENT_ID\",\"idNumber\":\"11010519491231002X\"},\"form\":{\"monthlyRent\":\"5200.00\"}}")
            .getBytes(UTF_8);
    byte[] receipt =
        "{\"caseNumber\":\"310101-20180702-000482\",\"state\":\"COLLECTED\"}".getBytes(UTF_8);
    byte[] filing =
        "{\"deliveryId\":\"310101-20180702-000482/1\",\"ywlx\":\"ZF01\",\"sqr\":{\"xm\":\"王小明\",\"zjlx\":\"01\"}}"
            .getBytes(UTF_8);
    stops.add(
        stop(1, 0, "intake", "received", number, null, centre)
            .in(JSON, application)
            .out(JSON, receipt)
            .view());
    stops.add(
        stop(2, 4, "routing", "routed", number, null, null)
            .detail(MessageKey.CASE_ROUTED.with("housing", "31010101301", "2018-07-30"))
            .view());
    stops.add(
        stop(3, 40, "delivery", "attempt-began", number, 1, "housing")
            .detail(MessageKey.ATTEMPT.with(1, 3))
            .out(JSON, filing)
            .versions()
            .view());
    stops.add(
        stop(4, 20_052, "delivery", "failed", number, 1, "housing")
            .call(40, 12, -1, -1)
            .problem(SILENT)
            .versions()
            .view());
    stops.add(
        stop(5, 23_100, "delivery", "asked", number, 1, "housing")
            .detail(MessageKey.ATTEMPT.with(2, 3))
            .versions()
            .view());
    stops.add(
        stop(6, 24_460, "delivery", "accepted", number, 1, "housing")
            .call(23_100, 9, 1340, 6)
            .in(JSON, "{\"slh\":\"ZF20180000012\",\"zt\":\"YSL\"}".getBytes(UTF_8))
            .versions()
            .view());
    stops.add(
        stop(7, 24_461, "case", "moved", number, null, null)
            .detail(
                MessageKey.CASE_MOVED.with(code("state", "COLLECTED"), code("state", "ACCEPTED")))
            .view());
    stops.add(
        stop(8, 86_000, "result", "received", number, 1, "housing")
            .detail(MessageKey.ANSWER.with(code("answer", "APPROVED")))
            .in(JSON, "{\"slh\":\"ZF20180000012\",\"zt\":\"BJ\",\"jg\":\"PZ\"}".getBytes(UTF_8))
            .versions()
            .view());
    stops.add(
        stop(9, 86_004, "case", "moved", number, null, null)
            .detail(
                MessageKey.CASE_DECIDED.with(
                    code("state", "UNDER_REVIEW"),
                    code("state", "DECIDED"),
                    code("outcome", "APPROVED")))
            .view());
    stops.add(
        stop(10, 99_000, "trace", "payload-read", number, null, "operator")
            .writtenBefore020("in of stop " + id(8))
            .view());
  }

  private void parked() {
    CaseNumber number = Sample.PARKED;
    byte[] soap =
        ("<?xml version=\"1.0\" encoding=\"GB18030\"?><s:Envelope"
                + " xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><execute"
                + " xmlns=\"urn:shrs:exchange:v1\"><request><![CDATA[<?xml version=\"1.0\""
                + " encoding=\"GB18030\"?><ROOT><HEAD>"
                + "<TRANSCODE>RS0110</TRANSCODE></HEAD><BODY><AAC003>𠮷小明䶮</AAC003></BODY></ROOT>]]></request></execute></s:Body></s:Envelope>")
            .getBytes(Charset.forName("GB18030"));
    byte[] hostile =
        "{\"yy\":\"</code></pre><script>alert(1)</script><img src=x onerror=alert(2)>\u202Egnp.exe\u0000\"}"
            .getBytes(UTF_8);
    stops.add(stop(21, 0, "intake", "received", number, null, "centre-" + Sample.CENTRE).view());
    stops.add(
        stop(22, 30, "delivery", "attempt-began", number, 1, "human-resources")
            .out(GB, soap)
            .versions()
            .view());
    stops.add(
        stop(24, 1_030, "delivery", "accepted", number, 1, "human-resources")
            .call(30, 4, 900, 3)
            .in(JSON, hostile)
            .versions()
            .view());
    stops.add(
        stop(26, 1_050, "result", "received", number, 1, "human-resources")
            .in(GB, new byte[] {(byte) 0xd6, (byte) 0xd0, (byte) 0xce, (byte) 0xff, '<', 'a'})
            .versions()
            .view());
    stops.add(
        stop(25, 1_055, "delivery", "failed", number, 1, "human-resources")
            .problem(TOO_LONG)
            .view());
    stops.add(
        stop(27, 1_060, "delivery", "parked", number, 1, "human-resources")
            .problem(TOO_LONG)
            .view());
  }

  static String id(int n) {
    return "0195648a-1f00-7000-8000-%012d".formatted(n);
  }

  private Builder stop(
      int n,
      long after,
      String stage,
      String event,
      CaseNumber number,
      Integer delivery,
      String partner) {
    return new Builder(n, Sample.WALL.plusMillis(after), stage, event, number, delivery, partner);
  }

  private final class Builder {
    private final int n;
    private final Instant at;
    private final String stage;
    private final String event;
    private final CaseNumber number;
    private final Integer delivery;
    private final String partner;
    private Body in;
    private Body out;
    private String version;
    private Call call;
    private Problem problem;
    private StoredText detail;

    Builder(
        int n,
        Instant at,
        String stage,
        String event,
        CaseNumber number,
        Integer delivery,
        String partner) {
      this.n = n;
      this.at = at;
      this.stage = stage;
      this.event = event;
      this.number = number;
      this.delivery = delivery;
      this.partner = partner;
    }

    Builder in(String type, byte[] bytes) {
      in = keep(type, bytes, true);
      return this;
    }

    Builder out(String type, byte[] bytes) {
      out = keep(type, bytes, false);
      return this;
    }

    Builder versions() {
      version = "a3f09c41d7e2";
      return this;
    }

    /** Milliseconds: when it began, ours, theirs, ours; negative where there was no answer. */
    Builder call(long began, long before, long theirs, long after) {
      Instant from = Sample.WALL.plusMillis(began);
      Instant out = from.plusMillis(before);
      Instant answer = theirs < 0 ? null : out.plusMillis(theirs);
      call = new Call(from, out, answer, answer == null ? at : answer.plusMillis(after));
      return this;
    }

    Builder problem(Problem met) {
      problem = met;
      return this;
    }

    Builder detail(KeyedMessage message) {
      detail = StoredText.of(message);
      return this;
    }

    /** A row that an older version wrote: text only. */
    Builder writtenBefore020(String sentence) {
      detail = StoredText.of(sentence);
      return this;
    }

    TraceStepView view() {
      return new TraceStepView(
          id(n),
          at,
          Sample.COLLECTED.toInstant().plusMillis(at.toEpochMilli() - Sample.WALL.toEpochMilli()),
          stage,
          event,
          number == null ? null : number.value(),
          delivery,
          partner,
          in,
          out,
          version,
          version,
          call,
          problem,
          detail,
          "node-1");
    }

    private Body keep(String type, byte[] bytes, boolean incoming) {
      bodies.put(id(n) + incoming, bytes);
      return new Body(
          type, bytes.length, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    }
  }
}
