package city.tongban.intake;

import city.tongban.canonical.Refusal;
import city.tongban.partner.Partner;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/** Parses the bytes of a SOAP message strictly, with the hub's own parser only. */
@Component("soapReader")
public class SoapMessageReader {
  /** The namespace of every element in {@code wsdl/intake.xsd}; its actions start with it too. */
  public static final String NAMESPACE = "urn:tongban:intake:1";

  private final OpenApiValidator validator;
  private final RefusalRecorder refusals;
  private final IntakeMetrics meters;

  SoapMessageReader(OpenApiValidator validator, RefusalRecorder refusals, IntakeMetrics meters) {
    this.validator = validator;
    this.refusals = refusals;
    this.meters = meters;
  }

  /**
   * Removes the envelope, or refuses a message that cannot be read.
   *
   * @param action the header {@code SOAPAction} as received
   */
  public SoapMessage read(Partner sender, IncomingMessage incoming, @Nullable String action) {
    try {
      return refusals.orRefused(sender, incoming, () -> parsed(sender, incoming, action));
    } catch (RefusedMessageException refused) {
      meters.in();
      throw refused;
    }
  }

  private SoapMessage parsed(Partner sender, IncomingMessage incoming, @Nullable String action) {
    DecodedXml text = DecodedXml.of(incoming.body(), charset(incoming.contentType()));
    try {
      SoapBodyReader body = SoapBodyReader.of(LimitedXmlReader.of(text.text()));
      SchemaNode shape = shape(body.operation());
      ObjectNode tree = body.read(shape);
      requireSameAction(action, body.operation());
      return new SoapMessage(
          sender, incoming, mediaType(text.charset()), body.operation(), shape, tree);
    } catch (XMLStreamException e) {
      // not kept as the cause: its message may repeat the text
      throw malformed("it is no well-formed XML without a DOCTYPE, " + where(e.getLocation()));
    }
  }

  private SchemaNode shape(String operation) {
    return switch (operation) {
      case "submitCase" -> validator.submission();
      case "withdrawCase" -> validator.withdrawal();
      case "readCase", "readInbox" -> SchemaNode.fields();
      default ->
          throw SoapBodyReader.noOperation("its element is none of the contract's operations");
    };
  }

  /** The Body decides; a header that contradicts it is refused. */
  private static void requireSameAction(@Nullable String action, String operation) {
    String said = action == null ? "" : action.strip().replaceAll("^\"|\"$", "");
    if (!said.isEmpty() && !said.equals(NAMESPACE + "/" + operation)) {
      throw Refusal.of("HUB-1043", "the header SOAPAction names another operation than the body")
          .because("the body asks for " + operation)
          .fix("send SOAPAction: \"" + NAMESPACE + "/" + operation + "\", or an empty one");
    }
  }

  /** The charset that the content type declares, if it declares one. */
  private static @Nullable String charset(@Nullable String contentType) {
    try {
      MimeType type = MimeTypeUtils.parseMimeType(String.valueOf(contentType));
      String charset = type.getParameter("charset");
      int known = charset == null ? 0 : 1;
      if (type.equalsTypeAndSubtype(MimeTypeUtils.TEXT_XML)
          && type.getParameters().size() == known) {
        return charset == null ? null : charset.replace("\"", "");
      }
    } catch (IllegalArgumentException e) {
      // reported like any other content type that is not supported
    }
    throw Refusal.of("HUB-1015", "the content type is not text/xml")
        .because("this endpoint accepts SOAP 1.1 without attachments")
        .fix("send Content-Type: text/xml; charset=utf-8");
  }

  private static String mediaType(Charset charset) {
    return "text/xml; charset=" + charset.name();
  }

  static String where(@Nullable Location at) {
    return at == null || at.getLineNumber() < 0
        ? "at its end"
        : "at line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber());
  }

  static Refusal malformed(String why) {
    return Refusal.of("HUB-1002", "the message cannot be read")
        .because(why)
        .fix("send one SOAP 1.1 envelope in the charset that it declares, each field once");
  }
}
