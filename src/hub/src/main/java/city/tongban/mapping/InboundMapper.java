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
 * What a partner says, taken out of its charset and its envelope, through its gate, and into our
 * words. It is untrusted input: what is not whole or has no meaning that we know is refused.
 */
record InboundMapper(Connector connector, CompiledBundle sheets) {
  private static final String STATUS = "status";

  /** An answer about a case; one that answers a question is none. */
  static Answer ofCase(Answer answer) {
    if (answer.outcome().ofQuery()) {
      throw meaningless("it answers a question, and a case is decided upon");
    }
    return answer;
  }

  /** What was found at the counter; a verdict upon a case is no such thing. */
  static Answer ofQuery(Answer answer) {
    return switch (answer.outcome()) {
      case FOUND, NOT_FOUND, NOT_ACCEPTED, BUSY -> answer;
      default -> throw meaningless("it decides about a case, and a question was asked");
    };
  }

  /** What they said to a call. */
  Answer reply(String mapping, RawMessage answer) {
    SoapShape soap = connector.soap();
    // a SOAP fault comes with status 500 and says more than the status does
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

  /** What they told us by themselves. */
  Answer result(String mapping, RawMessage wire) {
    return read(mapping, "result", wire);
  }

  /** What they say that they answered on a day. */
  Statement statement(String mapping, RawMessage wire) {
    checkSize(wire);
    String xml = translated(mapping, "result", decoded(wire), wire);
    if (xml.startsWith("<answer")) {
      Answer answer = answer(xml);
      if (answer.outcome() == Answer.Outcome.BUSY) {
        throw Outage.of(CallFailures.BUSY, "%s asks us to come back later", connector.backEnd())
            .because(String.valueOf(answer.reason()));
      }
      throw meaningless("a day's statement was asked for, and it answers something else");
    }
    try {
      return CanonicalXml.readStatement(SchemaValidator.STATEMENT.check(xml));
    } catch (HubException e) {
      throw meaningless("as a statement it fails at " + e.problem().at()).causedBy(e);
    }
  }

  /** What a document means that was taken out of its envelope before. */
  Answer meaning(String mapping, String direction, String document, RawMessage wire) {
    return answer(translated(mapping, direction, document, wire));
  }

  /** What came in as {@link #meaning} takes it: as text, and out of its envelope. */
  String document(String direction, RawMessage wire) {
    return sheets.lines().isPresent()
        ? sheets.alphabet().decode(wire.bytes(), null)
        : opened(direction, decoded(wire));
  }

  /**
   * The charset that an answer is in, where it declares another and the connector allows for it.
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
          .fix("ask the back-end what it sent; raise limits.answerSize only if it is right");
    }
  }

  private String decoded(RawMessage wire) {
    Charset charset = StrictText.declared(wire.contentType(), connector.charset());
    String text = StrictText.decode(wire.bytes(), mislabelled(connector, wire).orElse(charset));
    StrictText.prologAgrees(text, charset);
    return text;
  }

  /** What they tell by themselves comes without an envelope. */
  private String opened(String direction, String text) {
    SoapShape soap = connector.soap();
    return soap != null && direction.equals("reply") ? SoapReply.document(text, soap) : text;
  }

  /** Their document in our words, not looked at yet. */
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
              "mapped to our words it fails at %s: %s"
                  .formatted(e.problem().at(), e.problem().why()))
          .causedBy(e);
    }
  }

  private static Refusal meaningless(String why) {
    return Refusal.of("HUB-9010", "the answer has no meaning we know")
        .because(why)
        .fix("try the answer with the sheet; ask the back-end if its words are new");
  }
}
