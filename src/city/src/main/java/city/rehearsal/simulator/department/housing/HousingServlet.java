package city.rehearsal.simulator.department.housing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.department.housing.FilingReader.Filing;
import city.rehearsal.simulator.department.housing.FilingReader.Withdrawal;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The housing administration's interface, contract 2.3. It stores a delivery id as often as it is
 * sent; the hub can ask for it before it sends again.
 */
final class HousingServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;

  private final transient ApplicationStore store;
  private final transient ApplicationRegister register;
  private final transient OAuthTokens tokens;

  HousingServlet(DepartmentContext context, ApplicationRegister register, OAuthTokens tokens) {
    super(context);
    this.store = context.store();
    this.register = register;
    this.tokens = tokens;
  }

  @Override
  protected boolean isBusiness(HttpServletRequest request) {
    return String.valueOf(request.getPathInfo()).startsWith("/api/");
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    String call = request.getMethod() + " " + request.getPathInfo();
    if (call.equals("POST /oauth/token")) {
      return token(request, new String(body, US_ASCII));
    }
    if (!tokens.isValid(request.getHeader("Authorization"))) {
      return refuse(FaultKind.WRONG_CREDENTIAL);
    }
    try {
      return switch (call) {
        case "POST /api/v2/filings" -> file(FilingReader.filing(json(request, body)));
        case "GET /api/v2/filings" -> state(request.getParameter("deliveryId"));
        case "POST /api/v2/withdrawals" -> withdraw(FilingReader.withdrawal(json(request, body)));
        default -> refused(404, "WZJK", "没有这个接口");
      };
    } catch (FormatException e) {
      return refused(400, "GSCW", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode json(HttpServletRequest request, byte[] body) throws FormatException {
    if (!isUtf8(request, "application/json")) {
      throw new FormatException("Content-Type: 应为application/json");
    }
    return Json.object(body);
  }

  private HttpReply token(HttpServletRequest request, String form) {
    if (!("&" + form + "&").contains("&grant_type=client_credentials&")) {
      return HttpReply.json(400, Json.object().put("error", "unsupported_grant_type"));
    }
    return tokens
        .issue(request.getHeader("Authorization"))
        .map(
            token ->
                Json.object()
                    .put("access_token", token)
                    .put("token_type", "Bearer")
                    .put("expires_in", tokens.lifeSeconds()))
        .map(body -> HttpReply.json(200, body))
        .orElseGet(() -> HttpReply.json(401, Json.object().put("error", "invalid_client")));
  }

  private HttpReply file(Filing filing) {
    StoredMessage stored = register.apply(filing.message(), filing.decision());
    if (stored.status() == ApplicationStatus.NOT_ACCEPTED) {
      return refused(422, "BSL", String.valueOf(stored.reason()));
    }
    return HttpReply.json(
        201,
        Json.object()
            .put("slh", stored.serial())
            .put("zt", "YSL")
            .put("slsj", BusinessClock.stamp(stored.at())));
  }

  /** The state of a filing, by the delivery id of the filing or of its withdrawal. */
  private HttpReply state(@Nullable String deliveryId) {
    if (deliveryId == null || deliveryId.isBlank()) {
      return refused(400, "GSCW", "deliveryId: 必填");
    }
    return register
        .find(deliveryId)
        .map(
            found ->
                found.message().kind() == Message.Kind.APPLY
                    ? found
                    : store.applicationWithSerial(found.serial()).orElseThrow())
        .map(filing -> HttpReply.json(200, ResultWriter.state(filing)))
        .orElseGet(HousingServlet::unknown);
  }

  private HttpReply withdraw(Withdrawal wish) {
    Optional<StoredMessage> filing = store.application(wish.originalDeliveryId(), wish.caseNo());
    if (filing.isEmpty()) {
      return unknown();
    }
    StoredMessage stored = register.withdraw(filing.get(), wish.deliveryId(), wish.reason());
    return stored.status() == ApplicationStatus.WITHDRAWN
        ? HttpReply.json(200, Json.object().put("slh", stored.serial()).put("zt", "YCX"))
        : refused(409, "YBJ", "已办结");
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> refused(401, "WRZ", "令牌无效或已过期");
      case BUSY -> refused(503, "FM", "系统繁忙,请稍后再试");
      default -> refused(503, "TJ", "系统停机维护");
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> reply.cutShort();
      case MISENCODED ->
          injection.odd()
              ? inChinese(reply).recoded(UTF_8, Text.GB18030)
              : inChinese(reply).withHalfACharacter();
      default -> reply.doctypePage();
    };
  }

  /** Most answers are plain ASCII, which reads the same in every charset. */
  private static HttpReply inChinese(HttpReply reply) {
    return reply.replaced("\"YSL\"", "\"已受理\"", UTF_8);
  }

  private static HttpReply unknown() {
    return HttpReply.json(404, Json.object().put("code", "WZD"));
  }

  private static HttpReply refused(int status, String code, String why) {
    return HttpReply.json(status, Json.object().put("code", code).put("yy", why));
  }
}
