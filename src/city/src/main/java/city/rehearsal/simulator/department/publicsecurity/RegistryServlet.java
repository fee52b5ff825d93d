package city.rehearsal.simulator.department.publicsecurity;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.http.DepartmentServlet;
import city.rehearsal.simulator.protocol.http.HttpReply;
import city.rehearsal.simulator.protocol.soap.SoapEnvelope;
import city.rehearsal.simulator.protocol.soap.SoapFault;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The population registry's interface. Every envelope, in and out, is signed. */
final class RegistryServlet extends DepartmentServlet {
  private static final long serialVersionUID = 1L;

  /** The document that each operation takes. */
  private static final Map<String, String> OPERATIONS =
      Map.of("sq", "YWSQ", "cx", "YWCX", "ch", "YWCH");

  private final transient RequestHandler handler;
  private final transient SignatureVerifier verifier;
  private final transient EnvelopeSigner signer;
  private final transient EnvelopeSigner stranger;
  private final transient Clock wall = Clock.systemUTC();

  /**
   * @param stranger a signer that the hub does not know, for the fault of that name
   */
  RegistryServlet(
      DepartmentContext context,
      RequestHandler handler,
      SignatureVerifier verifier,
      EnvelopeSigner signer,
      EnvelopeSigner stranger) {
    super(context);
    this.handler = handler;
    this.verifier = verifier;
    this.signer = signer;
    this.stranger = stranger;
  }

  @Override
  protected HttpReply reply(HttpServletRequest request, byte[] body) {
    if (!isBusiness(request)) {
      return HttpReply.plain(405, "POST only");
    }
    try {
      Element document = verifier.verified(body);
      checkAction(request, document);
      return answer(handle(document));
    } catch (SoapFault fault) {
      return fault(fault);
    }
  }

  private Answer handle(Element document) {
    try {
      Fields fields = new Fields(Xml.fields(document, Answer.NAMESPACE));
      return handler.handle(document.getLocalName(), fields);
    } catch (FormatException e) {
      return Answer.refused("2001", String.valueOf(e.getMessage()), null);
    } catch (SAXException e) {
      return Answer.refused("2001", document.getLocalName() + "含多余文本", null);
    }
  }

  private static void checkAction(HttpServletRequest request, Element document) throws SoapFault {
    String action = header(request, "SOAPAction");
    String operation = action.replace("\"", "").replace(Answer.NAMESPACE + "/", "");
    if (!Answer.NAMESPACE.equals(document.getNamespaceURI())
        || !document.getLocalName().equals(OPERATIONS.get(operation))) {
      throw SoapFault.client("no such SOAPAction for this document");
    }
  }

  @Override
  protected HttpReply refuse(FaultKind kind) {
    return switch (kind) {
      case WRONG_CREDENTIAL -> fault(SoapFault.failedAuthentication("unknown certificate"));
      case BUSY -> answer(Answer.refused("9003", "系统忙", null));
      default -> HttpReply.plain(503, "out of service");
    };
  }

  @Override
  protected HttpReply corrupt(Faults.Injection injection, HttpReply reply) {
    return switch (injection.kind()) {
      case GARBLED ->
          injection.odd() ? reply.cutShort() : reply.replaced("<JGMS>", "<JGMS>不", UTF_8);
      case MISENCODED ->
          injection.odd() ? reply.recoded(UTF_8, Text.GB18030) : reply.withHalfACharacter();
      case UNSIGNED -> reply.body(EnvelopeSigner.unsigned(document(reply)));
      case STRANGER -> reply.body(stranger.signed(document(reply), wall.instant()));
      case STALE ->
          reply.body(signer.signed(document(reply), wall.instant().minus(Duration.ofHours(1))));
      case OTHER_PART -> reply.body(signer.signedElsewhere(document(reply), wall.instant()));
      default -> reply.body((Xml.DOCTYPE + reply.text(UTF_8)).getBytes(UTF_8));
    };
  }

  /** The document in an envelope that this servlet has written. */
  private static String document(HttpReply reply) {
    try {
      return Xml.text(SoapEnvelope.read(reply.body(), UTF_8).content());
    } catch (SoapFault e) {
      throw new IllegalStateException("an envelope that was written here cannot be read", e);
    }
  }

  private HttpReply answer(Answer answer) {
    return envelope(200, answer.document());
  }

  private HttpReply fault(SoapFault fault) {
    return envelope(500, fault.element());
  }

  private HttpReply envelope(int status, String document) {
    byte[] signed = signer.signed(document, wall.instant());
    return new HttpReply(status, "text/xml;charset=UTF-8", signed, 0, Map.of());
  }
}
