package city.tongban.kit;

import city.tongban.bundle.WorkingCopy;
import city.tongban.canonical.Answer;
import city.tongban.canonical.Statement;
import city.tongban.connector.Connector;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs one message through a connector's stylesheets and schemas, without a call. */
public final class MappingDryRun {
  private final Mappings mappings;
  private final Connector connector;

  MappingDryRun(Connector connector) {
    this(connector, Mappings.forTools());
  }

  MappingDryRun(Connector connector, Mappings mappings) {
    this.connector = connector;
    this.mappings = mappings;
  }

  /**
   * A dry run for a connector of a working copy.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public static MappingDryRun of(Path root, String backEnd) {
    return new MappingDryRun(new WorkingCopy(root).connector(backEnd));
  }

  /** The payload that would be sent, as readable text. */
  public record Sent(int bytes, String contentType, String text) {}

  public Sent sent(String mapping, String caseXml) {
    MappedMessage mapped = request(mapping, caseXml);
    // an HL7 segment ends with a carriage return alone
    String shown = text(mapped).replaceAll("\r(?!\n)", "\n");
    return new Sent(mapped.bytes().length, mapped.contentType(), shown);
  }

  /** Compiles every stylesheet, schema and code list; throws the first error found. */
  void compile() {
    mappings.check(connector);
  }

  /** Gaps in code lists: days without a code between two days that have one. */
  List<String> gaps() {
    return mappings.gaps(connector);
  }

  /**
   * The message that would be sent for a case.
   *
   * @param parameters what delivery passes: {@code delivery}, {@code original}, {@code reason}
   */
  MappedMessage request(String mapping, String caseXml, Map<String, String> parameters) {
    return mappings.request(connector, mapping, caseXml, parameters);
  }

  /** The message that would be sent for the first delivery of the case. */
  MappedMessage request(String mapping, String caseXml) {
    String first = Samples.delivery(caseXml);
    return request(mapping, caseXml, Map.of("delivery", first, "original", first, "reason", ""));
  }

  /** The output of a stylesheet for a case, in the form that the schema validates. */
  String document(String mapping, String caseXml, Map<String, String> parameters) {
    boolean asSent = connector.codec().equals("json") || connector.codec().equals("xml");
    return asSent
        ? text(request(mapping, caseXml, parameters))
        : mappings.transformed(connector, mapping, caseXml, parameters);
  }

  /** The file name extension of a file with the department's message. */
  String fileEnd() {
    return switch (connector.codec()) {
      case "json" -> ".json";
      case "xml" -> ".xml";
      case "hl7" -> ".hl7";
      default -> ".line.txt";
    };
  }

  /** A mapped message as readable text. */
  String text(MappedMessage mapped) {
    return Mappings.readable(mappings.text(connector, mapped.bytes()));
  }

  /**
   * The answer that the hub reads from a reply; the document comes without its protocol envelope.
   */
  public Answer reply(String mapping, String document, int status) {
    return mappings.understood(connector, mapping, "reply", document, status);
  }

  /** The answer that the hub reads from a message that the department sends on its own account. */
  Answer result(String mapping, String document) {
    return mappings.result(connector, mapping, wire(document));
  }

  /** The statement that the hub reads from the department's daily statement. */
  Statement statement(String mapping, String document) {
    return mappings.statement(connector, mapping, wire(document));
  }

  private RawMessage wire(String document) {
    return new RawMessage(0, mappings.bytes(connector, document), connector.contentType());
  }
}
