package city.tongban.mapping;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.Operation;
import city.tongban.connector.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The compiled stylesheets, schemas and code lists of one bundle. */
final class CompiledBundle {
  /** Files that the codecs read and no stylesheet names. */
  private static final Set<String> RESULTS =
      Set.of(Connector.RESULTS, Connector.FILE, Connector.STATEMENT);

  private final Connector connector;
  private final SecureSaxon saxon;
  private final Codec codec;
  private final CharsetCodec alphabet;
  private final @Nullable LineCodec lines;
  private final Map<String, Stylesheet> sheets = new HashMap<>();
  private final Map<String, MessageSchema> gates = new HashMap<>();

  CompiledBundle(Connector connector, FieldEncryption seal, BiConsumer<String, Integer> codeUsed) {
    this.connector = connector;
    this.alphabet = CharsetCodec.of(connector);
    this.saxon =
        new SecureSaxon(
            connector.backEnd(),
            connector.bundle(),
            StylesheetFunctions.all(CodeLists.of(connector, codeUsed), alphabet, seal));
    this.codec =
        switch (connector.codec()) {
          case "json" -> new JsonCodec(connector, saxon);
          case "hl7" -> new Hl7Codec(connector, saxon);
          default -> new XmlCodec(connector, saxon, alphabet);
        };
    this.lines = lines(connector, alphabet);
    connector.services().forEach(this::compile);
    connector.operations().forEach(this::compile);
  }

  SecureSaxon saxon() {
    return saxon;
  }

  Codec codec() {
    return codec;
  }

  CharsetCodec alphabet() {
    return alphabet;
  }

  /** The codec of a back-end that takes files; stylesheets see its lines as XML. */
  Optional<LineCodec> lines() {
    return Optional.ofNullable(lines);
  }

  private static @Nullable LineCodec lines(Connector connector, CharsetCodec alphabet) {
    return switch (connector.codec()) {
      case "fixed" -> new FixedCodec(connector);
      case "csv" -> new CsvCodec(connector, alphabet);
      default -> null;
    };
  }

  /** A stylesheet by mapping and direction; empty only for a request without a body. */
  Optional<Stylesheet> sheet(String mapping, String direction) {
    return Optional.ofNullable(sheets.get(mapping + "." + direction));
  }

  MessageSchema gate(String mapping, String direction) {
    MessageSchema gate = gates.get(mapping + "." + direction);
    if (gate == null) {
      throw missing("mappings/" + mapping + "." + direction + ".xsl");
    }
    return gate;
  }

  Fault missing(String path) {
    return Fault.of("HUB-8005", "%s is missing", BundlePath.shown(connector.backEnd(), path))
        .because("connectors/%s/connector.yaml names it".formatted(connector.backEnd()))
        .fix("add the file, or correct the mapping's name");
  }

  private void compile(Service service) {
    compile(service.mapping(), "request", "HUB-9004");
    compile(service.mapping(), "reply", "HUB-9010");
  }

  private void compile(String name, Operation operation) {
    if (RESULTS.contains(name)) {
      compile(operation.mapping(), "result", "HUB-9010");
    } else {
      compile(operation.mapping(), "request", "HUB-9004");
      compile(operation.mapping(), "reply", "HUB-9010");
    }
  }

  private void compile(String mapping, String direction, String code) {
    String key = mapping + "." + direction;
    Optional<String> sheet = nearest("mappings/", mapping, direction, ".xsl");
    if (sheet.isEmpty() || sheets.containsKey(key)) {
      return;
    }
    sheets.put(
        key,
        Stylesheet.compiled(
            saxon, connector.backEnd(), sheet.get(), saxon.source(sheet.get()).orElseThrow()));
    String schema =
        nearest("mappings/schema/", mapping, direction, codec.schemas())
            .orElseThrow(() -> missing("mappings/schema/" + key + codec.schemas()));
    gates.put(key, codec.gate(schema, code));
  }

  /** The mapping's own file, else the shared file of this direction. */
  private Optional<String> nearest(String folder, String mapping, String direction, String end) {
    String own = folder + mapping + "." + direction + end;
    String shared = folder + direction + end;
    return connector.bundle().file(own).isPresent()
        ? Optional.of(own)
        : Optional.of(shared).filter(path -> connector.bundle().file(path).isPresent());
  }
}
