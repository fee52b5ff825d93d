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

/** One message through a connector's sheets and gates, without a call. */
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
   * Of a connector of a working copy.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public static MappingDryRun of(Path root, String backEnd) {
    return new MappingDryRun(new WorkingCopy(root).connector(backEnd));
  }

  /** What would leave, as a person can read it. */
  public record Sent(int bytes, String contentType, String text) {}

  public Sent sent(String mapping, String caseXml) {
    MappedMessage mapped = request(mapping, caseXml);
    // a segment of HL7 ends with a carriage return alone
    String shown = text(mapped).replaceAll("\r(?!\n)", "\n");
    return new Sent(mapped.bytes().length, mapped.contentType(), shown);
  }

  /** Every sheet, gate and code list compiled; throws what is wrong with the first that is not. */
  void compile() {
    mappings.check(connector);
  }

  /** Days on which a code list has no word between two that it has. */
  List<String> gaps() {
    return mappings.gaps(connector);
  }

  /**
   * What would be sent for a case.
   *
   * @param parameters what delivery gives: {@code delivery}, {@code original}, {@code reason}
   */
  MappedMessage request(String mapping, String caseXml, Map<String, String> parameters) {
    return mappings.request(connector, mapping, caseXml, parameters);
  }

  /** The same for the first delivery of the case. */
  MappedMessage request(String mapping, String caseXml) {
    String first = Samples.delivery(caseXml);
    return request(mapping, caseXml, Map.of("delivery", first, "original", first, "reason", ""));
  }

  /** What a sheet makes of a case, in the form that its gate looks at. */
  String document(String mapping, String caseXml, Map<String, String> parameters) {
    boolean asSent = connector.codec().equals("json") || connector.codec().equals("xml");
    return asSent
        ? text(request(mapping, caseXml, parameters))
        : mappings.transformed(connector, mapping, caseXml, parameters);
  }

  /** How the name of a file with their words ends. */
  String fileEnd() {
    return switch (connector.codec()) {
      case "json" -> ".json";
      case "xml" -> ".xml";
      case "hl7" -> ".hl7";
      default -> ".line.txt";
    };
  }

  /** A message as a person reads it. */
  String text(MappedMessage mapped) {
    return Mappings.readable(mappings.text(connector, mapped.bytes()));
  }

  /** What would be understood of their answer; given without the envelope of their protocol. */
  public Answer reply(String mapping, String document, int status) {
    return mappings.understood(connector, mapping, "reply", document, status);
  }

  /** What would be understood of what they tell by themselves. */
  Answer result(String mapping, String document) {
    return mappings.result(connector, mapping, wire(document));
  }

  /** What would be understood of their account of a day. */
  Statement statement(String mapping, String document) {
    return mappings.statement(connector, mapping, wire(document));
  }

  private RawMessage wire(String document) {
    return new RawMessage(0, mappings.bytes(connector, document), connector.contentType());
  }
}
