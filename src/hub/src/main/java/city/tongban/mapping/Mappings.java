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
 * Our words into a partner's, and theirs into ours; by the sheets of the connector's own version.
 */
public final class Mappings implements BundleCheck {
  /** More than any hub uses at a time: beyond it are versions that were only looked at. */
  private static final int COMPILED_MAX = 64;

  private final Function<Connector, FieldEncryption> seals;
  private final BiConsumer<String, Integer> codeUsed;

  // a digest never changes what it stands for, so nothing here grows old; but much may be sent
  private final Map<String, CompiledBundle> byDigest = new ConcurrentHashMap<>();

  /**
   * @param credentials hold the keys of the fields that sheets seal
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

  /** Mappings that have no keys: a sealed field is only marked, and {@link #readable} shows it. */
  public static Mappings forTools() {
    return new Mappings(connector -> FieldEncryption.MARK_ONLY, (list, line) -> {});
  }

  /**
   * The same, telling which lines of code lists are used.
   *
   * @param codeUsed the list, and the number of the line
   */
  public static Mappings forTools(BiConsumer<String, Integer> codeUsed) {
    return new Mappings(connector -> FieldEncryption.MARK_ONLY, codeUsed);
  }

  /** What {@link #forTools} has made, with each sealed field readable behind its mark. */
  public static String readable(String message) {
    return FieldEncryption.unmarked(message);
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
  public MappedMessage request(
      Connector c, String mapping, String canonicalXml, Map<String, String> parameters) {
    CompiledBundle sheets = of(c);
    Optional<Stylesheet> sheet = sheets.sheet(mapping, "request");
    if (sheet.isEmpty()) {
      // the call says it all: GET /filings?deliveryId=…
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
      CallFailures.checkStatus(status);
    }
    RawMessage wire = new RawMessage(status, new byte[0], null);
    Answer answer = theirs(c).meaning(mapping, direction, document, wire);
    return c.asks(mapping) ? InboundMapper.ofQuery(answer) : InboundMapper.ofCase(answer);
  }

  /** Whether an answer to that call is read at all. */
  public boolean readsReply(Connector c, String mapping) {
    return of(c).sheet(mapping, "reply").isPresent();
  }

  /** What they said to a call: a filing, an inquiry or a withdrawal. */
  public Answer reply(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofCase(theirs(c).reply(mapping, answer));
  }

  /** What they found when they were asked at the counter. */
  public Answer found(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofQuery(theirs(c).reply(mapping, answer));
  }

  /**
   * The charset that an answer is in, where it declares another and the connector allows for it.
   */
  public Optional<Charset> mislabelled(Connector c, RawMessage wire) {
    return InboundMapper.mislabelled(c, wire);
  }

  /** What they told us by themselves. */
  public Answer result(Connector c, String mapping, RawMessage answer) {
    return InboundMapper.ofCase(theirs(c).result(mapping, answer));
  }

  /**
   * What they say that they answered on a day.
   *
   * @throws Outage when they say that it is not there yet
   */
  public Statement statement(Connector c, String mapping, RawMessage wire) {
    return theirs(c).statement(mapping, wire);
  }

  /**
   * What came in as {@link #understood} takes it: as text, and out of its envelope. For tools.
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
      byDigest.clear(); // what is in use comes back at its next message
    }
    return byDigest.computeIfAbsent(
        connector.bundle().digest(),
        digest -> new CompiledBundle(connector, seals.apply(connector), codeUsed));
  }
}
