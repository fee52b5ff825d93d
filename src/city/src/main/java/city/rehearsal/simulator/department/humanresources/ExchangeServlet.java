package city.rehearsal.simulator.department.humanresources;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import city.rehearsal.simulator.protocol.soap.SoapEnvelope;
import city.rehearsal.simulator.protocol.soap.SoapFault;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The one operation of {@code exchange.wsdl}: a token in the header, one text in the body. */
final class ExchangeServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String NAMESPACE = "urn:shrs:exchange:v1";
  private static final String ACTION = "\"urn:shrs:exchange:v1/execute\"";
  private static final Pattern CONTENT_TYPE =
      Pattern.compile("text/xml\\s*;\\s*charset=\"?gb18030\"?", Pattern.CASE_INSENSITIVE);

  private final transient RequestHandler handler;
  private final String userToken;

  ExchangeServlet(DepartmentContext context, RequestHandler handler, String userToken) {
    super(context);
    this.handler = handler;
    this.userToken = userToken;
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    if (!isBusiness(request)) {
      return HttpReply.plain(405, "POST only");
    }
    try {
      checkHeaders(request);
      SoapEnvelope envelope = SoapEnvelope.read(body, Text.GB18030);
      authenticate(envelope);
      return answer(handle(document(envelope.content())));
    } catch (SoapFault fault) {
      return fault(fault);
    } catch (SAXException e) {
      return fault(SoapFault.client("XML: the envelope is not well-formed"));
    }
  }

  private static void checkHeaders(HttpServletRequest request) throws SoapFault {
    if (!CONTENT_TYPE.matcher(String.valueOf(request.getContentType())).matches()) {
      throw SoapFault.client("CHARSET: the content type is not text/xml in GB18030");
    }
    if (!ACTION.equals(request.getHeader("SOAPAction"))) {
      throw SoapFault.client("ACTION: no such SOAPAction");
    }
  }

  private void authenticate(SoapEnvelope envelope) throws SoapFault, SAXException {
    byte[] given = token(envelope).getBytes(UTF_8);
    if (!MessageDigest.isEqual(given, userToken.getBytes(UTF_8))) {
      throw SoapFault.client("AUTH");
    }
  }

  private static String token(SoapEnvelope envelope) throws SoapFault, SAXException {
    String token = "";
    for (Element block : envelope.headerBlocks()) {
      if (Xml.is(block, NAMESPACE, "UserToken")) {
        token = block.getTextContent().strip();
      } else {
        SoapEnvelope.refuseMandatory(block);
      }
    }
    return token;
  }

  /** The text in the request element, a document of its own. */
  private static String document(Element operation) throws SoapFault, SAXException {
    List<Element> parameters = Xml.children(operation);
    if (!Xml.is(operation, NAMESPACE, "execute")
        || parameters.size() != 1
        || !Xml.is(parameters.get(0), NAMESPACE, "request")) {
      throw SoapFault.client("XML: the body is not one execute with one request");
    }
    return parameters.get(0).getTextContent();
  }

  private RootReply handle(String document) {
    try {
      return handler.handle(RootMessage.read(document));
    } catch (FormatException e) {
      return RootReply.refused("100002", String.valueOf(e.getMessage()), "");
    }
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> fault(SoapFault.client("AUTH"));
      case BUSY -> answer(RootReply.refused("900003", "系统忙", ""));
      default -> HttpReply.plain(503, "out of service");
    };
  }

  /** Each fault has two forms that alternate: in the envelope, and in the document inside. */
  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED ->
          injection.odd() ? reply.cutShort() : reply.replaced("</BODY>", "", Text.GB18030);
      case MISENCODED -> injection.odd() ? inUtf8(reply) : reply.withHalfACharacter();
      default -> {
        String before = injection.odd() ? "<soap:Envelope" : "<ROOT>";
        yield reply.replaced(before, Xml.DOCTYPE + before, Text.GB18030);
      }
    };
  }

  /**
   * An even number of UTF-8 bytes often reads as other, valid Chinese; three bytes before a bracket
   * never do.
   */
  private static HttpReply inUtf8(HttpReply reply) {
    return reply.replaced("</BUSMSG>", " 了</BUSMSG>", Text.GB18030).recoded(Text.GB18030, UTF_8);
  }

  private static HttpReply answer(RootReply reply) {
    String cdata = "<![CDATA[" + reply.document().replace("]]>", "]]]]><![CDATA[>") + "]]>";
    return envelope(
        200,
        "<executeResponse xmlns=\"%s\"><result>%s</result></executeResponse>"
            .formatted(NAMESPACE, cdata));
  }

  private static HttpReply fault(SoapFault fault) {
    return envelope(500, fault.element());
  }

  private static HttpReply envelope(int status, String body) {
    return HttpReply.of(
        status, "text/xml;charset=GB18030", SoapEnvelope.around(Text.GB18030, body), Text.GB18030);
  }
}
