package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The three operations of the registry of residents; whatever it says is sealed. */
final class RegistryServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;
  private static final String XML = "text/xml;charset=UTF-8";
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String DOCTYPE =
      "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";

  /** Which document each operation takes. */
  private static final Map<String, String> OPERATIONS =
      Map.of("sq", "YWSQ", "cx", "YWCX", "ch", "YWCH");

  private final transient Counter counter;
  private final transient Gatekeeper gatekeeper;
  private final transient Seal seal;
  private final transient Seal stranger;
  private final transient Clock wall;

  /**
   * @param stranger a seal that nobody knows, for the fault of that name
   */
  RegistryServlet(
      DepartmentContext context,
      Counter counter,
      Gatekeeper gatekeeper,
      Seal seal,
      Seal stranger,
      Clock wall) {
    super(context);
    this.counter = counter;
    this.gatekeeper = gatekeeper;
    this.seal = seal;
    this.stranger = stranger;
    this.wall = wall;
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
      Element document = gatekeeper.opened(body);
      checkAction(request, document);
      return say(200, served(document).document());
    } catch (SoapFault fault) {
      return say(500, fault.document());
    }
  }

  private Answer served(Element document) {
    try {
      return counter.serve(Fields.of(document));
    } catch (FieldError e) {
      return Answer.refused("2001", String.valueOf(e.getMessage()), null);
    }
  }

  private static void checkAction(HttpServletRequest request, Element document) throws SoapFault {
    String action = String.valueOf(request.getHeader("SOAPAction"));
    String operation = action.replace("\"", "").replace(Fields.NAMESPACE + "/", "");
    if (!document.getLocalName().equals(OPERATIONS.get(operation))) {
      throw SoapFault.client("no such SOAPAction for this document");
    }
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> say(500, SoapFault.notSigned("unknown certificate").document());
      case BUSY -> say(200, Answer.refused("9003", "系统忙", null).document());
      default -> HttpReply.of(503, "text/plain", "out of service", StandardCharsets.US_ASCII);
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED -> injection.odd() ? reply.cutShort() : changed(reply, "<JGMS>", "<JGMS>不");
      case MISENCODED ->
          injection.odd() ? reply.body(text(reply).getBytes(GB18030)) : reply.withHalfACharacter();
      case UNSIGNED -> reply.body(Seal.unsigned(document(reply)));
      case STRANGER -> reply.body(stranger.signed(document(reply), wall.instant()));
      case STALE ->
          reply.body(seal.signed(document(reply), wall.instant().minus(Duration.ofHours(1))));
      case OTHER_PART -> reply.body(seal.signedElsewhere(document(reply), wall.instant()));
      default -> reply.body((DOCTYPE + text(reply)).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static HttpReply changed(HttpReply reply, String what, String into) {
    return reply.body(text(reply).replace(what, into).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  /** The document in an envelope of our own. */
  private static String document(HttpReply reply) {
    try {
      Element root = Xml.parse(text(reply)).getDocumentElement();
      return Xml.text(Xml.children(Xml.child(root, Wss.SOAP, "Body")).get(0));
    } catch (SAXException | SoapFault e) {
      throw new IllegalStateException("what was written here cannot be read", e);
    }
  }

  private HttpReply say(int status, String document) {
    return new HttpReply(status, XML, seal.signed(document, wall.instant()), 0, Map.of());
  }
}
