package city.rehearsal.simulator.department.economyinformatisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;

/** The bureau's interface. Every answer is signed as it leaves, corrupted or not. */
final class ApiServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String TIME = "JX-Timestamp";
  private static final String SIGNATURE = "JX-Signature";

  private final transient MessageSigner signer;
  private final transient RequestHandler handler;
  private final transient Clock wall = Clock.systemUTC();

  ApiServlet(DepartmentContext context, MessageSigner signer, RequestHandler handler) {
    super(context);
    this.signer = signer;
    this.handler = handler;
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    String time = header(request, TIME);
    if (!isCurrent(time, wall.instant())
        || !signer.verify(time, header(request, SIGNATURE), body)) {
      return refuse(FaultKind.WRONG_CREDENTIAL);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return HttpReply.allowPost();
    }
    try {
      if (!isUtf8(request, "application/json")) {
        throw new FormatException("Content-Type: 应为application/json");
      }
      ObjectNode message = Json.object(body);
      return switch (request.getMethod() + " " + request.getPathInfo()) {
        case "POST /api/v1/applications" -> answer(handler.apply(message));
        case "POST /api/v1/withdrawals" ->
            handler
                .withdraw(message)
                .map(ApiServlet::answer)
                .orElseGet(() -> refused(404, "C404", "无此办件"));
        default -> refused(404, "C405", "没有这个接口");
      };
    } catch (FormatException e) {
      return refused(400, "G001", String.valueOf(e.getMessage()));
    }
  }

  private static HttpReply answer(StoredMessage stored) {
    return switch (stored.status()) {
      case NOT_ACCEPTED -> refused(422, "B001", String.valueOf(stored.reason()));
      case TOO_LATE -> refused(409, "C009", "已办结,不能撤回");
      default -> decision(stored);
    };
  }

  private static HttpReply decision(StoredMessage stored) {
    ObjectNode body =
        Json.object()
            .put("code", "0")
            .put("msg", "成功")
            .put("lsh", stored.message().deliveryId())
            .put("slh", stored.serial())
            .put("jg", stored.status() == ApplicationStatus.APPROVED ? "TG" : "BTG")
            .put("bjsj", BusinessClock.stamp(stored.at()));
    if (stored.reason() != null) {
      body.put("yy", stored.reason());
    }
    return HttpReply.json(200, body);
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> refused(401, "A001", "签名或时间戳错误");
      case BUSY -> refused(200, "M001", "系统忙");
      default -> refused(503, "M002", "系统停机维护");
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> reply.cutShort();
      case MISENCODED ->
          injection.odd() ? reply.recoded(UTF_8, Text.GB18030) : reply.withHalfACharacter();
      case WRONG_SIGNATURE -> reply.with(SIGNATURE, signer.sign("0", "", reply.body()));
      default -> reply.doctypePage();
    };
  }

  /** Signs the answer, unless a fault has put a wrong signature there. */
  @Override
  protected HttpReply sign(HttpServletRequest request, HttpReply reply) {
    String time = String.valueOf(wall.millis());
    String signature = signer.sign(time, header(request, SIGNATURE), reply.body());
    return reply
        .with(TIME, time)
        .with(SIGNATURE, reply.headers().getOrDefault(SIGNATURE, signature));
  }

  private static HttpReply refused(int status, String code, String why) {
    return HttpReply.json(status, Json.object().put("code", code).put("msg", why));
  }
}
