package city.tongban.mapping;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SchemaValidator;
import city.tongban.canonical.Statement;
import city.tongban.connector.BundleCheck;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
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
 * Maps canonical messages to a back-end's form and back, with the stylesheets of the connector's
 * version.
 */
public final class Mappings implements BundleCheck {
  /** More than a hub uses at a time; beyond it are versions that were only inspected. */
  private static final int COMPILED_MAX = 64;

  private final Function<Connector, FieldEncryption> seals;
  private final BiConsumer<String, Integer> codeUsed;

  // entries never become stale, because a digest identifies one bundle; their number is bounded
  private final Map<String, CompiledBundle> byDigest = new ConcurrentHashMap<>();

  /**
   * @param credentials have the keys of encrypted fields
   */
  public Mappings(Credentials credentials) {
    this(
        connector -> new Sm4FieldEncryption(credentials, connector.credential()),
        (list, line) -> {});
  }

  private Mappings(
      Function<Connector, FieldEncryption> seals, BiConsumer<String, Integer> codeUsed) {
    this.seals = seals;
    this.codeUsed = codeUsed;
  }

  /**
   * Mappings without keys for tools: an encrypted field is only marked; {@link #readable} shows it.
   */
  public static Mappings forTools() {
    return new Mappings(connector -> FieldEncryption.MARK_ONLY, (list, line) -> {});
  }

  /**
   * Mappings for tools that report which lines of code lists are used.
   *
   * @param codeUsed called with the list and the number of the line
   */
  public static Mappings forTools(BiConsumer<String, Integer> codeUsed) {
    return new Mappings(connector -> FieldEncryption.MARK_ONLY, codeUsed);
  }

  /** A message made by {@link #forTools}, with encrypted fields readable. */
  public static String readable(String message) {
    return FieldEncryption.unmarked(message);
  }

  /** Refuses a bundle whose stylesheets, schemas or code lists are not usable. */
  @Override
  public void check(Connector connector) {
    of(connector);
  }

  /** Gaps in the validity of codes, as sentences. For tools. */
  public List<String> gaps(Connector connector) {
    return CodeLists.of(connector, codeUsed).gaps();
  }

  /**
   * Maps a case to the message to send.
   *
   * @param mapping of the service or operation
   * @param parameters of the stylesheet besides the case: {@code delivery} (for an inquiry, the
   *     delivery in doubt), {@code original}, {@code reason}
   */
  public MappedMessage request(
      Connector c, String mapping, String canonicalXml, Map<String, String> parameters) {
    CompiledBundle sheets = of(c);
    Optional<Stylesheet> sheet = sheets.sheet(mapping, "request");
    if (sheet.isEmpty()) {
      // the call has no body: GET /filings?deliveryId=…
      return new MappedMessage(new byte[0], c.contentType(), c.version());
    }
    XdmNode source = tree(sheets, canonicalXml);
    XdmNode theirs = sheet.get().apply(source, parameters);
    String text = sheets.codec().write(theirs, sheets.gate(mapping, "request"));
    byte[] bytes =
        sheets
            .lines()
            .map(codec -> codec.write(theirs))
            .orElseGet(() -> sheets.alphabet().encode(text, "/"));
    return new MappedMessage(withinTheirLimit(c, bytes), c.contentType(), c.version());
  }

  /** Refuses a message that is larger than the back-end takes. */
  private static byte[] withinTheirLimit(Connector c, byte[] bytes) {
    Long most = c.limits().requestBytes();
    if (most != null && bytes.length > most) {
      throw Refusal.of("HUB-9020", "the message is larger than the back-end takes")
          .because("it has %d bytes, and limits.requestSize is %d".formatted(bytes.length, most))
          .fix(
              "agree with the department on more and raise limits.requestSize, or have the centre"
                  + " send less; then resend");
    }
    return bytes;
  }

  /** Composes the lines of a batch to one file with its trailer. */
  public byte[] file(Connector c, String name, List<byte[]> lines) {
    return LineFile.compose(lines(c), name, lines);
  }

  /** Splits a back-end's file; each line and the trailer are then a {@link #result}. */
  public ResultFile open(Connector c, byte[] file) {
    return LineFile.open(lines(c), file);
  }

  /** The content type of a back-end's file, by its first bytes or else as agreed. */
  public String contentType(Connector c, byte[] file) {
    String own = lines(c).contentType(file);
    return own == null ? c.contentType() : own;
  }

  /** Applies a stylesheet to a case without schema validation. For tools. */
  public String transformed(
      Connector c, String mapping, String canonicalXml, Map<String, String> parameters) {
    CompiledBundle sheets = of(c);
    Stylesheet sheet =
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
      throw new IllegalArgumentException("this is not XML", e);
    }
  }

  /** Decodes bytes of the back-end, with private-use characters. For tools. */
  public String text(Connector c, byte[] theirs) {
    return of(c).alphabet().decode(theirs, null);
  }

  /** Encodes text for the back-end; replaces nothing. For tools. */
  public byte[] bytes(Connector c, String text) {
    return of(c).alphabet().encode(text, "/");
  }

  /**
   * Applies a stylesheet to a document without its envelope. For tools.
   *
   * @param direction {@code reply} or {@code result}
   */
  public Answer understood(
      Connector c, String mapping, String direction, String document, int status) {
    if (c.soap() == null || status != 500) { // a SOAP fault says more than its status
      CallFailures.checkStatus(status);
    }
    RawMessage wire = new RawMessage(status, new byte[0], null);
    Answer answer = theirs(c).meaning(mapping, direction, document, wire);
    return c.asks(mapping) ? InboundMapper.ofQuery(answer) : InboundMapper.ofCase(answer);
  }

  /** Whether the answer to this call is read. */
  public boolean readsReply(Connector c, String mapping) {
    return of(c).sheet(mapping, "reply").isPresent();
  }

  /** Maps the reply to a call: application, inquiry or withdrawal. */
  public Answer reply(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofCase(theirs(c).reply(mapping, answer));
  }

  /** Maps the answer to a question at the counter. */
  public Answer found(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofQuery(theirs(c).reply(mapping, answer));
  }

  /** The fallback charset of an answer that is not in the charset that it declares. */
  public Optional<Charset> mislabelled(Connector c, RawMessage wire) {
    return InboundMapper.mislabelled(c, wire);
  }

  /** Maps a message that the back-end sent on its own account. */
  public Answer result(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofCase(theirs(c).result(mapping, answer));
  }

  /**
   * Maps the statement of a day.
   *
   * @throws Outage when the back-end says that the statement is not ready
   */
  public Statement statement(Connector c, String mapping, RawMessage wire) {
    return theirs(c).statement(mapping, wire);
  }

  /**
   * The document as {@link #understood} takes it: as text, without its envelope. For tools.
   *
   * @param direction {@code reply} or {@code result}
   */
  public String document(Connector c, String direction, RawMessage wire) {
    return theirs(c).document(direction, wire);
  }

  private static XdmNode tree(CompiledBundle sheets, String canonicalXml) {
    try {
      return sheets
          .saxon()
          .processor()
          .newDocumentBuilder()
          .build(new DOMSource(SchemaValidator.CASE.check(canonicalXml)));
    } catch (SaxonApiException e) {
      throw new IllegalStateException("a document that was parsed cannot be built", e);
    }
  }

  private InboundMapper theirs(Connector c) {
    return new InboundMapper(c, of(c));
  }

  private LineCodec lines(Connector c) {
    return of(c)
        .lines()
        .orElseThrow(() -> new IllegalStateException(c.backEnd() + " has no files"));
  }

  private CompiledBundle of(Connector connector) {
    if (byDigest.size() > COMPILED_MAX) {
      byDigest.clear(); // entries in use are compiled again at their next message
    }
    return byDigest.computeIfAbsent(
        connector.bundle().digest(),
        digest -> new CompiledBundle(connector, seals.apply(connector), codeUsed));
  }
}
