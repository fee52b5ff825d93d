package city.rehearsal.simulator.department.disabledfederation;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.department.disabledfederation.SignatureVerifier.Credential;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The gateway before all interfaces. Every answer says that it is UTF-8, in its header and in its
 * XML declaration.
 */
final class GatewayServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;

  private final transient SignatureVerifier verifier;
  private final transient RequestHandler handler;

  GatewayServlet(DepartmentContext context, SignatureVerifier verifier, RequestHandler handler) {
    super(context);
    this.verifier = verifier;
    this.handler = handler;
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    Optional<Interface> called = Interface.at(request.getPathInfo());
    boolean isOptions = request.getMethod().equals("OPTIONS");
    if (called.isEmpty() || !(isBusiness(request) || isOptions)) {
      return refused(404, "4004", "没有这个接口");
    }
    Optional<String> objection = verifier.objection(called.get(), credential(request), body);
    if (objection.isPresent()) {
      return refused(401, "4001", objection.get());
    }
    return isOptions
        ? HttpReply.allowPost()
        : xml(200, answer(called.get(), request, body), charset(called.get()));
  }

  private Answer answer(Interface called, HttpServletRequest request, byte[] body) {
    try {
      if (!isUtf8(request, "application/x-www-form-urlencoded")) {
        throw new FormatException("Content-Type应为application/x-www-form-urlencoded");
      }
      return handler.handle(called, RequestReader.read(body));
    } catch (FormatException e) {
      return Answer.refused("1002", String.valueOf(e.getMessage()), "");
    }
  }

  private static Credential credential(HttpServletRequest request) {
    return new Credential(
        header(request, "CL-App-Id"),
        header(request, "CL-Timestamp"),
        header(request, "CL-Nonce"),
        header(request, "CL-Signature"));
  }

  /** The older system behind one interface writes GB18030; the gateway labels it UTF-8. */
  private static Charset charset(Interface called) {
    return called == Interface.XXTC ? Text.GB18030 : UTF_8;
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> refused(401, "4001", "签名错误");
      case BUSY -> refused(200, "9002", "系统忙");
      default -> HttpReply.plain(503, "out of service");
    };
  }

  /** Most faults have two forms, which alternate. */
  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    Charset charset = charset(reply);
    return switch (injection.kind()) {
      case GARBLED ->
          injection.odd()
              ? reply.cutShort()
              : reply.recoded(charset, UTF_8).replaced("</FHXX>", "", UTF_8);
      // half a character is valid in neither of the two charsets
      case MISENCODED ->
          reply.recoded(charset, injection.odd() ? UTF_8 : Text.GB18030).withHalfACharacter();
      default ->
          reply.recoded(charset, UTF_8).replaced("<RESPONSE>", Xml.DOCTYPE + "<RESPONSE>", UTF_8);
    };
  }

  private static Charset charset(HttpReply reply) {
    try {
      String unused = Text.decode(reply.body(), UTF_8);
      return UTF_8;
    } catch (CharacterCodingException e) {
      return Text.GB18030;
    }
  }

  private static HttpReply refused(int status, String code, String why) {
    return xml(status, Answer.refused(code, why, ""), UTF_8);
  }

  private static HttpReply xml(int status, Answer answer, Charset charset) {
    return HttpReply.of(status, "application/xml;charset=UTF-8", answer.document(), charset);
  }
}
