package city.tongban.kit.scaffold;

import city.tongban.kit.source.ServiceContract;
import java.net.URI;

/** Writes the new {@code connector.yaml}; each line that an engineer must check has a comment. */
final class ConnectorYaml {
  /** The default port of {@code connector stub}. */
  static final int STUB_PORT = 8100;

  private ConnectorYaml() {}

  static String of(ScaffoldRequest wish, ServiceContract contract) {
    return switch (contract.wire()) {
      case REST_JSON -> rest(wish, contract, "json", "application/json");
      case REST_XML -> rest(wish, contract, "xml", "application/xml; charset=UTF-8");
      case SOAP -> soap(wish, contract);
      case FILES -> files(wish, contract);
    };
  }

  private static String rest(
      ScaffoldRequest wish, ServiceContract contract, String codec, String contentType) {
    String own =
        """
        # authentication:                # how they know that it is we who call; the kinds are explained in src/docs/connectors.md
        #   kind: oauth2-client-credentials
        #   tokenPath: /oauth/token
        codec: %s
        charset: UTF-8
        contentType: %s
        """
            .formatted(codec, contentType);
    return head(wish, "rest", URI.create("http://127.0.0.1:" + STUB_PORT))
        + own
        + limits()
        + doubt(
            "same-id",
            "they refuse our delivery id the second time; is that so? else 'ask' or 'person'")
        + service(wish, contract)
        + """
        # operations:
        #   withdraw: { mapping: withdrawal, call: POST /withdrawals }
        """;
  }

  private static String soap(ScaffoldRequest wish, ServiceContract contract) {
    return head(wish, "soap", URI.create("http://127.0.0.1:" + STUB_PORT))
        + """
        soap:                            # their WSDL's document stands in the Body, our token in a header element
          namespace: %s
          credentialRefused: AUTH        # their fault string, or the local name of their fault code, for a wrong token
          plain: { token: UserToken }
        codec: xml
        charset: UTF-8
        contentType: text/xml; charset=UTF-8
        """
            .formatted(contract.namespace())
        + limits()
        + doubt(
            "person",
            "what they do when our delivery id comes twice, a WSDL does not say: a person decides"
                + " until you know")
        + service(wish, contract)
        + """
        # operations:
        #   ask: { mapping: inquiry, call: %s }
        """
            .formatted(contract.call());
  }

  private static String files(ScaffoldRequest wish, ServiceContract contract) {
    return head(wish, "sftp", URI.create("sftp://tongban@127.0.0.1:" + STUB_PORT))
        + """
        codec: csv                       # header, CR LF, quotes where needed: mappings/%s/wire.beanio.xml
        charset: %s%s# as their sheet was written
        contentType: text/csv; charset=%s
        """
            .formatted(
                wish.backEnd(),
                contract.charset(),
                " ".repeat(Math.max(1, 24 - contract.charset().length())),
                contract.charset())
        + limits()
        + """
        batch:
          at: ["22:00"]                  # when a sheet leaves
          lines: 2000                    # so many lines close it before its time
          results: "07:30"               # of the next day: when their answers are awaited
          file: %s{day}{number}.csv      # they know a file by its name
        """
            .formatted(wish.department())
        + doubt("same-id", "the same file again is known and read once; is that so? else 'person'")
        + service(wish, contract)
        + """
        operations:
          results: { mapping: line }     # a line of their result file
          file: { mapping: verdict }     # its last line: what they say of our file
        """;
  }

  private static String head(ScaffoldRequest wish, String transport, URI address) {
    return """
    # yaml-language-server: $schema=../connector.schema.json
    # %s: made by './hub connector new' from %s. Read each line, then take this sentence out.
    department: %-21s# who owns this back-end
    title: { zh: %s, en: %s }
    transport: %-22s# a template in routes/transports/
    address: %s   # where './hub connector stub %s' stands; hub.connectors.addresses.%s says where theirs is
    credential: %-21s# the name of a secret, never the secret
    """
        .formatted(
            wish.backEnd(),
            wish.origin(),
            wish.department(),
            quoted(wish.backEnd()),
            quoted(wish.backEnd()),
            transport,
            address,
            wish.backEnd(),
            wish.backEnd(),
            wish.backEnd());
  }

  private static String limits() {
    return """
    limits:
      timeout: 15s                   # until their whole answer is there
      attempts: 5                    # tries before a person has to look
      concurrency: 4                 # calls at the same time: ask them what they bear
      answerSize: 256KB              # a longer answer is not read
      backOff: { first: 2s, max: 5m }
    # hours: { from: "08:00", to: "18:00" }   # when they take calls, if not always
    """;
  }

  private static String doubt(String doubt, String why) {
    return "doubt: %-26s# THINK: when a call may have arrived and nobody told us. %s%n"
        .formatted(doubt, why);
  }

  private static String service(ScaffoldRequest wish, ServiceContract contract) {
    String decided = contract.wire() == ServiceContract.Wire.FILES ? "callback" : "reply";
    String answers = wish.question() ? "counter" : decided;
    return """
    services:
      - { item: %s, title: %s, mapping: %s, call: %s, answers: %s }
    """
        .formatted(
            wish.item(),
            quoted(wish.title()),
            ServiceContract.MAPPING,
            quoted(contract.call()),
            answers);
  }

  /** The text without quotes where YAML reads it as text, otherwise quoted. */
  static String quoted(String text) {
    return text.matches("[\\p{L}][\\p{L}\\p{N} /_.·-]*") && !text.endsWith(" ")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
