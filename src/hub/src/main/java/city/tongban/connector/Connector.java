package city.tongban.connector;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one back-end is reached, according to one version of its {@code connector.yaml}.
 *
 * @param backEnd folder name, {@code housing}
 * @param version first 12 places of the bundle's digest
 * @param department prefix of the department that owns it, {@code ZJ}
 * @param transport a template in {@code routes/transports/}: {@code transport-rest} is {@code rest}
 * @param address from the settings, else from the file
 * @param credential name of the secret, never the secret
 * @param frame framing of messages over plain TCP; null where a library does it
 * @param mllp both ends of HL7 over MLLP; null for other protocols
 * @param form the form field that carries our document; null where the document is the body
 * @param codec format of the documents: {@code json}, {@code xml} or {@code hl7}; or, in files,
 *     {@code fixed} or {@code csv}
 * @param charset of what we send, and of answers that do not declare one
 * @param fallbackCharset the charset of an answer whose bytes are not in the declared one; null
 *     where such an answer is refused
 * @param contentType of what we send
 * @param operations what the back-end can do about a delivery: ask, withdraw, results
 * @param batch when deliveries leave in files; null where each is a call of its own
 * @param staging how staging tables are polled; null where there are none
 * @param bundle the files of this version
 */
public record Connector(
    String backEnd,
    String version,
    String department,
    Title title,
    String transport,
    URI address,
    String credential,
    @Nullable Authentication authentication,
    @Nullable SoapShape soap,
    @Nullable Tls tls,
    @Nullable Signature signature,
    @Nullable TcpFraming frame,
    @Nullable Mllp mllp,
    @Nullable String form,
    String codec,
    Charset charset,
    @Nullable Charset fallbackCharset,
    String contentType,
    Doubt doubt,
    Limits limits,
    Hours hours,
    Alert alert,
    @Nullable BatchSchedule batch,
    @Nullable StagingPolling staging,
    List<Service> services,
    Map<String, Operation> operations,
    Bundle bundle) {
  public static final String ASK = "ask";
  public static final String WITHDRAW = "withdraw";
  public static final String RESULTS = "results";

  /** The operation that fetches a day's statement, which is compared with the recorded answers. */
  public static final String STATEMENT = "statement";

  /** The mapping of the department's message about a whole file. */
  public static final String FILE = "file";

  public Connector {
    services = List.copyOf(services);
    operations = Map.copyOf(operations);
    if (fallbackCharset != null && !charset.equals(StandardCharsets.UTF_8)) {
      throw new IllegalArgumentException(
          "a fallbackCharset needs charset UTF-8, the one that tells by its bytes when it is not");
    }
  }

  public Optional<Service> service(String item) {
    return services.stream().filter(s -> s.item().equals(item)).findFirst();
  }

  /** Whether a mapping is for a question at the counter, whose reply holds the findings. */
  public boolean asks(String mapping) {
    return services.stream()
        .anyMatch(s -> s.answers() == AnswerPattern.COUNTER && s.mapping().equals(mapping));
  }

  /**
   * What the back-end can do about a delivery: {@link #ASK}, {@link #WITHDRAW} or {@link #RESULTS}.
   */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** The id of the Camel route that sends the calls of this version. */
  public String routeId() {
    return "transport-" + backEnd + "-" + version;
  }
}
