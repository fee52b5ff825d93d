package city.tongban.mapping;

import city.tongban.canonical.Answer;
import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.Gate;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.Statement;
import city.tongban.connector.BundleCheck;
import city.tongban.connector.Connector;
import city.tongban.connector.Credentials;
import city.tongban.connector.SoapShape;
import city.tongban.connector.TransportFailures;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/**
 * Our words into a partner's, and theirs into ours; by the sheets of the connector's own version.
 */
public final class Mappings implements BundleCheck {
  private static final String STATUS = "status";

  /** More than any hub uses at a time: beyond it are versions that were only looked at. */
  private static final int COMPILED_MAX = 64;

  private final Function<Connector, FieldSeal> seals;
  private final BiConsumer<String, Integer> codeUsed;

  // a digest never changes what it stands for, so nothing here grows old; but much may be sent
  private final Map<String, Sheets> byDigest = new ConcurrentHashMap<>();

  /**
   * @param credentials hold the keys of the fields that sheets seal
   */
  public Mappings(Credentials credentials) {
    this(connector -> new Sm4Seal(credentials, connector.credential()), (list, line) -> {});
  }

  private Mappings(Function<Connector, FieldSeal> seals, BiConsumer<String, Integer> codeUsed) {
    this.seals = seals;
    this.codeUsed = codeUsed;
  }

  /** Mappings that have no keys: a sealed field is only marked, and {@link #readable} shows it. */
  public static Mappings forTools() {
    return new Mappings(connector -> FieldSeal.MARK_ONLY, (list, line) -> {});
  }

  /**
   * The same, telling which lines of code lists are used.
   *
   * @param codeUsed the list, and the number of the line
   */
  public static Mappings forTools(BiConsumer<String, Integer> codeUsed) {
    return new Mappings(connector -> FieldSeal.MARK_ONLY, codeUsed);
  }

  /** What {@link #forTools} has made, with each sealed field readable behind its mark. */
  public static String readable(String message) {
    return FieldSeal.unmarked(message);
  }

  /** Refuses a bundle whose sheets, schemas or code lists do not work. */
  @Override
  public void check(Connector connector) {
    of(connector);
  }

  /** Days on which a code has no word between two that it has; each in a sentence. For tools. */
  public List<String> gaps(Connector connector) {
    return CodeLists.of(connector, codeUsed).gaps();
  }

  /**
   * What to send.
   *
   * @param mapping of the service or operation
   * @param parameters what a sheet may want besides the case: {@code delivery} (for an inquiry, the
   *     one that is asked about), {@code original}, {@code reason}
   */
  public Mapped request(
      Connector c, String mapping, String canonicalXml, Map<String, String> parameters) {
    Sheets sheets = of(c);
    Optional<Sheet> sheet = sheets.sheet(mapping, "request");
    if (sheet.isEmpty()) {
      // the call says it all: GET /filings?deliveryId=…
      return new Mapped(new byte[0], c.contentType(), c.version());
    }
    XdmNode source = tree(sheets, canonicalXml);
    XdmNode theirs = sheet.get().apply(source, parameters);
    String text = sheets.codec().write(theirs, sheets.gate(mapping, "request"));
    byte[] bytes =
        sheets
            .lines()
            .map(codec -> codec.write(theirs))
            .orElseGet(() -> sheets.alphabet().encode(text, "/"));
    return new Mapped(withinTheirLimit(c, bytes), c.contentType(), c.version());
  }

  /** What they would cut or refuse is not sent. */
  private static byte[] withinTheirLimit(Connector c, byte[] bytes) {
    Long most = c.limits().requestBytes();
    if (most != null && bytes.length > most) {
      throw Refusal.of("HUB-9020", "the message is larger than the back-end takes")
          .because("it has %d bytes, and they take %d".formatted(bytes.length, most))
          .fix(
              "agree with the back-end on more and raise limits.requestSize, or have the centre"
                  + " send less; then resend");
    }
    return bytes;
  }

  /** The lines of a batch as one file, with its trailer. */
  public byte[] file(Connector c, String name, List<byte[]> lines) {
    return LineFile.compose(lines(c), name, lines);
  }

  /** Takes a partner's file apart; each line and the trailer are then a {@link #result}. */
  public ResultFile open(Connector c, byte[] file) {
    return LineFile.open(lines(c), file);
  }

  /** What a partner's file is, by its own first bytes, else as agreed. */
  public String contentType(Connector c, byte[] file) {
    String own = lines(c).contentType(file);
    return own == null ? c.contentType() : own;
  }

  /** What a sheet alone makes of a case, without the gates around it. For tools. */
  public String transformed(
      Connector c, String mapping, String canonicalXml, Map<String, String> parameters) {
    Sheets sheets = of(c);
    Sheet sheet =
        sheets
            .sheet(mapping, "request")
            .orElseThrow(() -> sheets.missing("mappings/" + mapping + ".request.xsl"));
    try {
      XdmNode source =
          sheets
              .saxon()
              .processor()
              .newDocumentBuilder()
              .build(new StreamSource(new StringReader(canonicalXml)));
      return XmlCodec.text(sheets.saxon(), sheet.apply(source, parameters));
    } catch (SaxonApiException e) {
      throw new IllegalArgumentException("this is no XML", e);
    }
  }

  /** Their bytes as text, with what they write at private places. For tools. */
  public String text(Connector c, byte[] theirs) {
    return of(c).alphabet().decode(theirs, null);
  }

  /** Text in their bytes; nothing is replaced. For tools. */
  public byte[] bytes(Connector c, String text) {
    return of(c).alphabet().encode(text, "/");
  }

  /**
   * What a sheet makes of a document that was taken out of its envelope. For tools.
   *
   * @param direction {@code reply} or {@code result}
   */
  public Answer understood(
      Connector c, String mapping, String direction, String document, int status) {
    if (c.soap() == null || status != 500) { // a SOAP fault says more than its status
      TransportFailures.checkStatus(status);
    }
    Answer answer =
        meaning(of(c), mapping, direction, document, new Wire(status, new byte[0], null));
    return c.asks(mapping) ? ofQuery(answer) : ofCase(answer);
  }

  /** Whether an answer to that call is read at all. */
  public boolean readsReply(Connector c, String mapping) {
    return of(c).sheet(mapping, "reply").isPresent();
  }

  /** What they said to a call: a filing, an inquiry or a withdrawal. */
  public Answer reply(Connector c, String mapping, Wire answer) {
    return ofCase(said(c, mapping, answer));
  }

  /** What they found when they were asked at the counter. */
  public Answer found(Connector c, String mapping, Wire answer) {
    return ofQuery(said(c, mapping, answer));
  }

  private static Answer ofQuery(Answer answer) {
    return switch (answer.outcome()) {
      case FOUND, NOT_FOUND, NOT_ACCEPTED, BUSY -> answer;
      default -> throw meaningless("it decides about a case, and a question was asked");
    };
  }

  private Answer said(Connector c, String mapping, Wire answer) {
    SoapShape soap = c.soap();
    // a SOAP fault comes with status 500 and says more than the status does
    boolean perhapsFault = soap != null && answer.status() == 500;
    if (!perhapsFault) {
      TransportFailures.checkStatus(answer.status());
      return read(c, mapping, "reply", answer);
    }
    try {
      return read(c, mapping, "reply", answer);
    } catch (Refusal noFault) {
      TransportFailures.checkStatus(answer.status());
      throw noFault;
    }
  }

  /**
   * The charset that an answer is in, where it declares another and the connector allows for it.
   */
  public Optional<Charset> mislabelled(Connector c, Wire wire) {
    Charset fallback = c.fallbackCharset();
    return fallback == null || !StrictText.saysUtf8(wire.contentType())
        ? Optional.empty()
        : StrictText.mislabelled(wire.bytes(), fallback);
  }

  /** What they told us by themselves. */
  public Answer result(Connector c, String mapping, Wire answer) {
    return ofCase(read(c, mapping, "result", answer));
  }

  /**
   * What they say that they answered on a day.
   *
   * @throws Outage when they say that it is not there yet
   */
  public Statement statement(Connector c, String mapping, Wire wire) {
    checkSize(c, wire);
    String xml = translated(of(c), mapping, "result", decoded(c, wire), wire);
    if (xml.startsWith("<answer")) {
      Answer answer = answer(xml);
      if (answer.outcome() == Answer.Outcome.BUSY) {
        throw Outage.of(TransportFailures.BUSY, "%s asks us to come back later", c.backEnd())
            .because(String.valueOf(answer.reason()));
      }
      throw meaningless("a day's statement was asked for, and it answers something else");
    }
    try {
      return CanonicalXml.readStatement(Gate.STATEMENT.check(xml));
    } catch (HubException e) {
      throw meaningless("as a statement it fails at " + e.problem().at()).causedBy(e);
    }
  }

  private static Answer ofCase(Answer answer) {
    if (answer.outcome().ofQuery()) {
      throw meaningless("it answers a question, and a case is decided upon");
    }
    return answer;
  }

  private Answer read(Connector c, String mapping, String direction, Wire wire) {
    checkSize(c, wire);
    Sheets sheets = of(c);
    if (sheets.lines().isPresent()) {
      String line = sheets.lines().get().read(wire.bytes(), wire.contentType());
      return meaning(sheets, mapping, direction, line, wire);
    }
    String text = opened(c, direction, decoded(c, wire));
    StrictText.prologAgrees(text, StrictText.declared(wire.contentType(), c.charset()));
    return meaning(sheets, mapping, direction, text, wire);
  }

  /** What they tell by themselves comes without an envelope. */
  private static String opened(Connector c, String direction, String text) {
    SoapShape soap = c.soap();
    return soap != null && direction.equals("reply") ? SoapReply.document(text, soap) : text;
  }

  /**
   * What came in as {@link #understood} takes it: as text, and out of its envelope. For tools.
   *
   * @param direction {@code reply} or {@code result}
   */
  public String document(Connector c, String direction, Wire wire) {
    if (of(c).lines().isPresent()) {
      return text(c, wire.bytes());
    }
    return opened(c, direction, decoded(c, wire));
  }

  private static void checkSize(Connector c, Wire wire) {
    if (wire.bytes().length > c.limits().answerBytes()) {
      throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", c.limits().answerBytes())
          .fix("ask the back-end what it sent; raise limits.answerSize only if it is right");
    }
  }

  private String decoded(Connector c, Wire wire) {
    Charset charset = StrictText.declared(wire.contentType(), c.charset());
    String text = StrictText.decode(wire.bytes(), mislabelled(c, wire).orElse(charset));
    StrictText.prologAgrees(text, charset);
    return text;
  }

  private static Answer meaning(
      Sheets sheets, String mapping, String direction, String text, Wire wire) {
    return answer(translated(sheets, mapping, direction, text, wire));
  }

  /** Their document in our words, not looked at yet. */
  private static String translated(
      Sheets sheets, String mapping, String direction, String text, Wire wire) {
    XdmNode theirs = sheets.codec().read(text, sheets.gate(mapping, direction));
    Sheet sheet =
        sheets
            .sheet(mapping, direction)
            .orElseThrow(() -> sheets.missing("mappings/" + mapping + "." + direction + ".xsl"));
    XdmNode ours = sheet.apply(theirs, Map.of(STATUS, String.valueOf(wire.status())));
    return XmlCodec.text(sheets.saxon(), ours);
  }

  private static Answer answer(String xml) {
    try {
      return CanonicalXml.readAnswer(Gate.ANSWER.check(xml));
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

  private static XdmNode tree(Sheets sheets, String canonicalXml) {
    try {
      return sheets
          .saxon()
          .processor()
          .newDocumentBuilder()
          .build(new DOMSource(Gate.CASE.check(canonicalXml)));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("a document that was parsed cannot be built", e);
    }
  }

  private LineCodec lines(Connector c) {
    return of(c)
        .lines()
        .orElseThrow(() -> new IllegalStateException(c.backEnd() + " has no files"));
  }

  private Sheets of(Connector connector) {
    if (byDigest.size() > COMPILED_MAX) {
      byDigest.clear(); // what is in use comes back at its next message
    }
    return byDigest.computeIfAbsent(
        connector.bundle().digest(),
        digest -> new Sheets(connector, seals.apply(connector), codeUsed));
  }
}
