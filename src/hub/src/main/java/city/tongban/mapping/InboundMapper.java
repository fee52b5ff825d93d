package city.tongban.mapping;

import city.tongban.canonical.Answer;
import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SchemaValidator;
import city.tongban.canonical.Statement;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.connector.SoapShape;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;

/**
 * Maps a back-end's message to the canonical form: decodes it, removes its envelope, validates and
 * transforms it. The message is untrusted input (P9): an incomplete or unknown one is refused.
 */
record InboundMapper(Connector connector, CompiledBundle sheets) {
  private static final String STATUS = "status";

  /** An answer about a case; refuses an answer to a question. */
  static Answer ofCase(Answer answer) {
    if (answer.outcome().ofQuery()) {
      throw meaningless("it answers a question, and an answer about a case was expected");
    }
    return answer;
  }

  /** The answer to a question; refuses a decision about a case. */
  static Answer ofQuery(Answer answer) {
    return switch (answer.outcome()) {
      case FOUND, NOT_FOUND, NOT_ACCEPTED, BUSY -> answer;
      default ->
          throw meaningless("it decides about a case, and an answer to a question was expected");
    };
  }

  /** The reply to a call. */
  Answer reply(String mapping, RawMessage answer) {
    SoapShape soap = connector.soap();
    // a SOAP fault has status 500 and says more than the status
    boolean perhapsFault = soap != null && answer.status() == 500;
    if (!perhapsFault) {
      CallFailures.checkStatus(answer.status());
      return read(mapping, "reply", answer);
    }
    try {
      return read(mapping, "reply", answer);
    } catch (Refusal noFault) {
      CallFailures.checkStatus(answer.status());
      throw noFault;
    }
  }

  /** A message that the back-end sent on its own account. */
  Answer result(String mapping, RawMessage wire) {
    return read(mapping, "result", wire);
  }

  /** The statement of a day. */
  Statement statement(String mapping, RawMessage wire) {
    checkSize(wire);
    String xml = translated(mapping, "result", decoded(wire), wire);
    if (xml.startsWith("<answer")) {
      Answer answer = answer(xml);
      if (answer.outcome() == Answer.Outcome.BUSY) {
        throw Outage.of(
                CallFailures.BUSY, "%s asks the hub to try again later", connector.backEnd())
            .because(String.valueOf(answer.reason()));
      }
      throw meaningless("a statement of a day was expected, and it is something else");
    }
    try {
      return CanonicalXml.readStatement(SchemaValidator.STATEMENT.check(xml));
    } catch (HubException e) {
      throw meaningless("as a statement it is invalid at " + e.problem().at()).causedBy(e);
    }
  }

  /** Maps a document without its envelope. */
  Answer meaning(String mapping, String direction, String document, RawMessage wire) {
    return answer(translated(mapping, direction, document, wire));
  }

  /** The document as text, without its envelope. */
  String document(String direction, RawMessage wire) {
    return sheets.lines().isPresent()
        ? sheets.alphabet().decode(wire.bytes(), null)
        : opened(direction, decoded(wire));
  }

  /**
   * The fallback charset, when an answer is not in the charset that it declares and the connector
   * allows for that.
   */
  static Optional<Charset> mislabelled(Connector c, RawMessage wire) {
    Charset fallback = c.fallbackCharset();
    return fallback == null || !StrictText.saysUtf8(wire.contentType())
        ? Optional.empty()
        : StrictText.mislabelled(wire.bytes(), fallback);
  }

  private Answer read(String mapping, String direction, RawMessage wire) {
    checkSize(wire);
    if (sheets.lines().isPresent()) {
      String line = sheets.lines().get().read(wire.bytes(), wire.contentType());
      return meaning(mapping, direction, line, wire);
    }
    String text = opened(direction, decoded(wire));
    StrictText.prologAgrees(text, StrictText.declared(wire.contentType(), connector.charset()));
    return meaning(mapping, direction, text, wire);
  }

  private void checkSize(RawMessage wire) {
    long most = connector.limits().answerBytes();
    if (wire.bytes().length > most) {
      throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", most)
          .fix("ask the department what it sent; raise limits.answerSize only if it is right");
    }
  }

  private String decoded(RawMessage wire) {
    Charset charset = StrictText.declared(wire.contentType(), connector.charset());
    String text = StrictText.decode(wire.bytes(), mislabelled(connector, wire).orElse(charset));
    StrictText.prologAgrees(text, charset);
    return text;
  }

  /** Messages on the back-end's own account have no envelope. */
  private String opened(String direction, String text) {
    SoapShape soap = connector.soap();
    return soap != null && direction.equals("reply") ? SoapReply.document(text, soap) : text;
  }

  /** The transformed document, not yet validated. */
  private String translated(String mapping, String direction, String text, RawMessage wire) {
    XdmNode theirs = sheets.codec().read(text, sheets.gate(mapping, direction));
    Stylesheet sheet =
        sheets
            .sheet(mapping, direction)
            .orElseThrow(() -> sheets.missing("mappings/" + mapping + "." + direction + ".xsl"));
    XdmNode ours = sheet.apply(theirs, Map.of(STATUS, String.valueOf(wire.status())));
    return XmlCodec.text(sheets.saxon(), ours);
  }

  private static Answer answer(String xml) {
    try {
      return CanonicalXml.readAnswer(SchemaValidator.ANSWER.check(xml));
    } catch (HubException e) {
      throw meaningless(
              "in the canonical form it is invalid at %s: %s"
                  .formatted(e.problem().at(), e.problem().why()))
          .causedBy(e);
    }
  }

  private static Refusal meaningless(String why) {
    return Refusal.of("HUB-9010", "the answer cannot be interpreted")
        .because(why)
        .fix("try the answer with the stylesheet; ask the department whether its codes are new");
  }
}
