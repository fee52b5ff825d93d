package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The bureau's interface. Every answer is signed as it goes out, whatever became of it before. */
final class ApiServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String TIME = "JX-Timestamp";
  private static final String SIGNATURE = "JX-Signature";
  private static final String JSON = "application/json;charset=UTF-8";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);

  private final transient Seals seals;
  private final transient Envelopes envelopes;
  private final transient Counter counter;
  private final transient Clock wall = Clock.systemUTC();

  ApiServlet(DepartmentContext context, Seals seals, Envelopes envelopes, Counter counter) {
    super(context);
    this.seals = seals;
    this.envelopes = envelopes;
    this.counter = counter;
  }

  @Override
  protected boolean isBusiness(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    if (!aboutNow(header(request, TIME))
        || !seals.fits(header(request, TIME), header(request, SIGNATURE), body)) {
      return refuse(FaultKind.WRONG_CREDENTIAL);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return HttpReply.of(200, "text/plain", "POST", StandardCharsets.US_ASCII)
          .with("Allow", "POST");
    }
    try {
      if (!JSON_TYPE.matcher(String.valueOf(request.getContentType())).matches()) {
        throw new FormError("Content-Type", "应为application/json");
      }
      ObjectNode message = Json.object(body);
      return switch (request.getMethod() + " " + request.getPathInfo()) {
        case "POST /api/v1/applications" ->
            answer(counter.apply(Application.read(message, envelopes)));
        case "POST /api/v1/withdrawals" -> withdrawal(message);
        default -> no(404, "C405", "没有这个接口");
      };
    } catch (FormError | Json.NotReadable e) {
      return no(400, "G001", String.valueOf(e.getMessage()));
    }
  }

  private static String header(HttpServletRequest request, String name) {
    return String.valueOf(request.getHeader(name));
  }

  private boolean aboutNow(String millis) {
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(millis));
      return Duration.between(at, wall.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private HttpReply withdrawal(ObjectNode message) throws FormError {
    Form form = new Form("", message);
    String number = form.text("lsh", ".{1,64}");
    String caseNo = form.text("bjbh", ".{1,32}");
    String original = form.text("ylsh", ".{1,64}");
    String why = form.text("yy", ".{1,300}");
    form.nothingElse();
    return counter
        .withdraw(number, caseNo, original, why)
        .map(ApiServlet::answer)
        .orElseGet(() -> no(404, "C404", "无此办件"));
  }

  private static HttpReply answer(StoredMessage entry) {
    return switch (entry.status()) {
      case NOT_ACCEPTED -> no(422, "B001", String.valueOf(entry.reason()));
      case TOO_LATE -> no(409, "C009", "已办结,不能撤回");
      default -> decision(entry);
    };
  }

  private static HttpReply decision(StoredMessage entry) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("code", "0")
            .put("msg", "成功")
            .put("lsh", entry.message().deliveryId())
            .put("slh", entry.serial())
            .put("jg", entry.status() == ApplicationStatus.APPROVED ? "TG" : "BTG")
            .put("bjsj", BusinessClock.stamp(entry.at()));
    if (entry.reason() != null) {
      body.put("yy", entry.reason());
    }
    return say(200, body);
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> no(401, "A001", "签名或时间戳错误");
      case BUSY -> no(200, "M001", "系统忙");
      default -> no(503, "M002", "系统停机维护");
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> reply.cutShort();
      case MISENCODED ->
          injection.odd()
              ? reply.body(new String(reply.body(), StandardCharsets.UTF_8).getBytes(GB18030))
              : reply.withHalfACharacter();
      case WRONG_SIGNATURE -> reply.with(SIGNATURE, seals.answering("0", "", reply.body()));
      default -> doctype(reply);
    };
  }

  private static HttpReply doctype(HttpReply reply) {
    String page =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM"
            + " \"file:///etc/hostname\">]><a>&x;</a>";
    return HttpReply.of(reply.status(), "application/xml", page, StandardCharsets.US_ASCII);
  }

  /** A signature that a fault has put there already stays. */
  @Override
  protected HttpReply sign(HttpServletRequest request, HttpReply reply) {
    String time = String.valueOf(wall.millis());
    String ours = seals.answering(time, header(request, SIGNATURE), reply.body());
    return reply.with(TIME, time).with(SIGNATURE, reply.headers().getOrDefault(SIGNATURE, ours));
  }

  private static HttpReply no(int status, String code, String why) {
    return say(status, Json.MAPPER.createObjectNode().put("code", code).put("msg", why));
  }

  private static HttpReply say(int status, ObjectNode body) {
    return HttpReply.of(status, JSON, body.toString(), StandardCharsets.UTF_8);
  }
}
