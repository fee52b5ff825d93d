package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/**
 * The one operation of {@code exchange.wsdl}, written by hand and not by CXF: it has to see the
 * bytes (is this really GB18030?), to answer with bytes that are wrong on purpose, and to check the
 * hub's CXF client against something that is not CXF too.
 */
final class ExchangeServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String XML = "text/xml;charset=GB18030";
  private static final String ACTION = "\"urn:shrs:exchange:v1/execute\"";
  private static final String DOCTYPE =
      "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";
  private static final Pattern CONTENT_TYPE =
      Pattern.compile("text/xml\\s*;\\s*charset=\"?gb18030\"?", Pattern.CASE_INSENSITIVE);

  private final transient Counter counter;
  private final String userToken;

  ExchangeServlet(DepartmentContext context, Counter counter, String userToken) {
    super(context);
    this.counter = counter;
    this.userToken = userToken;
  }

  @Override
  protected boolean isBusiness(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    if (!isBusiness(request)) {
      return HttpReply.of(405, "text/plain", "POST only", StandardCharsets.US_ASCII);
    }
    try {
      checkHeaders(request);
      return say(200, Envelope.answering(answer(Envelope.read(body)).document()));
    } catch (SoapFault fault) {
      return say(500, Envelope.refusing(fault));
    }
  }

  private static void checkHeaders(HttpServletRequest request) throws SoapFault {
    if (!CONTENT_TYPE.matcher(String.valueOf(request.getContentType())).matches()) {
      throw new SoapFault("Client", "CHARSET: the content type is not text/xml in GB18030");
    }
    if (!ACTION.equals(request.getHeader("SOAPAction"))) {
      throw new SoapFault("Client", "ACTION: no such SOAPAction");
    }
  }

  private RootReply answer(Envelope envelope) throws SoapFault {
    byte[] given = envelope.token().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, userToken.getBytes(StandardCharsets.UTF_8))) {
      throw new SoapFault("Client", "AUTH");
    }
    try {
      return counter.serve(RootMessage.read(envelope.request()));
    } catch (FieldError e) {
      return RootReply.refused("100002", String.valueOf(e.getMessage()), "");
    }
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> say(500, Envelope.refusing(new SoapFault("Client", "AUTH")));
      case BUSY -> say(200, Envelope.answering(RootReply.refused("900003", "系统忙", "").document()));
      default -> HttpReply.of(503, "text/plain", "out of service", StandardCharsets.US_ASCII);
    };
  }

  /**
   * Each fault has two shapes that take turns: in the envelope, and in the document that the
   * envelope carries.
   */
  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> injection.odd() ? reply.cutShort() : changed(reply, "</BODY>", "");
      case MISENCODED -> injection.odd() ? inUtf8(reply) : reply.withHalfACharacter();
      default ->
          injection.odd()
              ? changed(reply, "<soap:Envelope", DOCTYPE + "<soap:Envelope")
              : changed(reply, "<ROOT>", DOCTYPE + "<ROOT>");
    };
  }

  /**
   * An even number of bytes in UTF-8 often reads as other, valid Chinese; three before a bracket
   * never do.
   */
  private static HttpReply inUtf8(HttpReply reply) {
    String text = text(changed(reply, "</BUSMSG>", " 了</BUSMSG>"));
    return reply.body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpReply changed(HttpReply reply, String what, String into) {
    return reply.body(text(reply).replace(what, into).getBytes(Envelope.GB18030));
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), Envelope.GB18030);
  }

  private static HttpReply say(int status, String envelope) {
    return HttpReply.of(status, XML, envelope, Envelope.GB18030);
  }
}
