package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Json;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The housing administration's interface, contract 2.3. */
final class HousingServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String JSON = "application/json;charset=UTF-8";
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/json(\\s*;\\s*charset=\"?utf-8\"?)?", Pattern.CASE_INSENSITIVE);
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final transient Register register;
  private final transient Tokens tokens;

  HousingServlet(DepartmentContext context, Register register, Tokens tokens) {
    super(context);
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
      return token(request, new String(body, StandardCharsets.US_ASCII));
    }
    if (!tokens.good(request.getHeader("Authorization"))) {
      return refuse(FaultKind.WRONG_CREDENTIAL);
    }
    try {
      return switch (call) {
        case "POST /api/v2/filings" -> filed(register.take(FilingForm.read(json(request, body))));
        case "GET /api/v2/filings" -> asked(request.getParameter("deliveryId"));
        case "POST /api/v2/withdrawals" -> withdraw(Withdrawal.read(json(request, body)));
        default -> no(404, "WZJK", "没有这个接口");
      };
    } catch (FormatException | Json.NotReadable e) {
      return no(400, "GSCW", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode json(HttpServletRequest request, byte[] body)
      throws FormatException, Json.NotReadable {
    if (!JSON_TYPE.matcher(String.valueOf(request.getContentType())).matches()) {
      throw new FormatException("Content-Type: 应为application/json");
    }
    return Json.object(body);
  }

  private HttpReply token(HttpServletRequest request, String form) {
    if (!("&" + form + "&").contains("&grant_type=client_credentials&")) {
      return json(400, object().put("error", "unsupported_grant_type"));
    }
    return tokens
        .issue(request.getHeader("Authorization"))
        .map(
            token ->
                object()
                    .put("access_token", token)
                    .put("token_type", "Bearer")
                    .put("expires_in", tokens.lifeSeconds()))
        .map(body -> json(200, body))
        .orElseGet(() -> json(401, object().put("error", "invalid_client")));
  }

  private static HttpReply filed(StoredMessage entry) {
    if (entry.status() == ApplicationStatus.NOT_ACCEPTED) {
      return no(422, "BSL", String.valueOf(entry.reason()));
    }
    return json(
        201,
        object()
            .put("slh", entry.serial())
            .put("zt", "YSL")
            .put("slsj", BusinessClock.stamp(entry.at())));
  }

  private HttpReply asked(@Nullable String deliveryId) {
    if (deliveryId == null || deliveryId.isBlank()) {
      return no(400, "GSCW", "deliveryId: 必填");
    }
    return register
        .find(deliveryId)
        .map(entry -> json(200, state(entry)))
        .orElseGet(HousingServlet::unknown);
  }

  private static ObjectNode state(StoredMessage entry) {
    ObjectNode state = object().put("slh", entry.serial()).put("zt", Words.state(entry.status()));
    if (entry.status().decided()) {
      state.put("jg", Words.outcome(entry.status()));
    }
    return entry.reason() == null ? state : state.put("yy", entry.reason());
  }

  private HttpReply withdraw(Withdrawal wish) {
    Optional<StoredMessage> entry = register.withdraw(wish);
    if (entry.isEmpty()) {
      return unknown();
    }
    return entry.get().status() == ApplicationStatus.WITHDRAWN
        ? json(200, object().put("slh", entry.get().serial()).put("zt", "YCX"))
        : no(409, "YBJ", "已办结");
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> no(401, "WRZ", "令牌无效或已过期");
      case BUSY -> no(503, "FM", "系统繁忙,请稍后再试");
      default -> no(503, "TJ", "系统停机维护");
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> reply.cutShort();
      case MISENCODED -> injection.odd() ? inAnotherCharset(reply) : truncated(reply);
      default -> doctype(reply);
    };
  }

  private static HttpReply inAnotherCharset(HttpReply reply) {
    return reply.body(withWord(reply).getBytes(GB18030));
  }

  private static HttpReply truncated(HttpReply reply) {
    return reply.body(withWord(reply).getBytes(StandardCharsets.UTF_8)).withHalfACharacter();
  }

  /** Most answers are plain ASCII, which no charset can hurt. */
  private static String withWord(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8).replaceFirst("\"YSL\"", "\"已受理\"");
  }

  private static HttpReply doctype(HttpReply reply) {
    String page =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM"
            + " \"file:///etc/hostname\">]><a>&x;</a>";
    return HttpReply.of(reply.status(), "application/xml", page, StandardCharsets.US_ASCII);
  }

  private static HttpReply unknown() {
    return json(404, object().put("code", "WZD"));
  }

  private static HttpReply no(int status, String code, String why) {
    return json(status, object().put("code", code).put("yy", why));
  }

  private static HttpReply json(int status, ObjectNode body) {
    return HttpReply.of(status, JSON, body.toString(), StandardCharsets.UTF_8);
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }
}
