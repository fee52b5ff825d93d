package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The gateway before all interfaces. What it says is UTF-8 by its header and by its first line. */
final class GatewayServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String XML = "application/xml;charset=UTF-8";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String DOCTYPE =
      "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";
  private static final Pattern FORM =
      Pattern.compile(
          "application/x-www-form-urlencoded(\\s*;\\s*charset=\"?utf-8\"?)?",
          Pattern.CASE_INSENSITIVE);

  private final transient Gatekeeper gatekeeper;
  private final transient Counter counter;

  GatewayServlet(DepartmentContext context, Gatekeeper gatekeeper, Counter counter) {
    super(context);
    this.gatekeeper = gatekeeper;
    this.counter = counter;
  }

  @Override
  protected boolean isBusiness(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    Optional<Interface> called = Interface.at(request.getPathInfo());
    boolean asksWhatItMay = request.getMethod().equals("OPTIONS");
    if (called.isEmpty() || !(isBusiness(request) || asksWhatItMay)) {
      return say(404, Answer.refused("4004", "没有这个接口", ""), StandardCharsets.UTF_8);
    }
    Optional<String> objection = gatekeeper.objection(called.get(), shown(request), body);
    if (objection.isPresent()) {
      return say(401, Answer.refused("4001", objection.get(), ""), StandardCharsets.UTF_8);
    }
    if (asksWhatItMay) {
      return HttpReply.of(200, "text/plain", "POST", StandardCharsets.US_ASCII)
          .with("Allow", "POST");
    }
    return say(200, answer(called.get(), request, body), really(called.get()));
  }

  private Answer answer(Interface called, HttpServletRequest request, byte[] body) {
    try {
      if (!FORM.matcher(String.valueOf(request.getContentType())).matches()) {
        throw new FieldError("Content-Type", "应为application/x-www-form-urlencoded");
      }
      return counter.serve(called, RequestForm.read(body));
    } catch (FieldError e) {
      return Answer.refused("1002", String.valueOf(e.getMessage()), "");
    }
  }

  private static Gatekeeper.Shown shown(HttpServletRequest request) {
    return new Gatekeeper.Shown(
        String.valueOf(request.getHeader("CL-App-Id")),
        String.valueOf(request.getHeader("CL-Timestamp")),
        String.valueOf(request.getHeader("CL-Nonce")),
        String.valueOf(request.getHeader("CL-Signature")));
  }

  /** The older system behind one interface writes what it always wrote; the gateway labels it. */
  private static Charset really(Interface called) {
    return called == Interface.XXTC ? GB18030 : StandardCharsets.UTF_8;
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> say(401, Answer.refused("4001", "签名错误", ""), StandardCharsets.UTF_8);
      case BUSY -> say(200, Answer.refused("9002", "系统忙", ""), StandardCharsets.UTF_8);
      default -> HttpReply.of(503, "text/plain", "out of service", StandardCharsets.US_ASCII);
    };
  }

  /** Most faults have two shapes, which take turns. */
  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED ->
          injection.odd()
              ? reply.cutShort()
              : reply.body(bytes(text(reply).replace("</FHXX>", ""), StandardCharsets.UTF_8));
      // a character that was cut in two is neither charset, whichever of them it was
      case MISENCODED ->
          reply
              .body(bytes(text(reply), injection.odd() ? StandardCharsets.UTF_8 : GB18030))
              .withHalfACharacter();
      default ->
          reply.body(
              bytes(
                  text(reply).replace("<RESPONSE>", DOCTYPE + "<RESPONSE>"),
                  StandardCharsets.UTF_8));
    };
  }

  private static String text(HttpReply reply) {
    try {
      return Text.decode(reply.body(), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return new String(reply.body(), GB18030);
    }
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static HttpReply say(int status, Answer answer, Charset really) {
    return HttpReply.of(status, XML, answer.document(), really);
  }
}
