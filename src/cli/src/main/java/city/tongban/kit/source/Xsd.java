package city.tongban.kit.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Reads a contract that consists of the XSD of the department's documents, sent by REST. */
final class Xsd {
  private static final String REPLY = ".*(response|reply|answer|result|rsp|res|ret|回执|应答)";

  private Xsd() {}

  static ServiceContract read(SourceFile source, @Nullable String wanted) {
    String file = source.name().matches("[A-Za-z0-9._-]+") ? source.name() : "contract.xsd";
    XsdFiles files = new XsdFiles(source);
    files.add(file, source.text());
    files.check(file);
    XsdShapes shapes = new XsdShapes(files::beside, () -> JsonSample.deep(source));
    List<MessageField> messages =
        shapes.add(XsdFiles.place(file), files.text(file)).stream()
            .map(name -> message(source, shapes, name))
            .filter(MessageField::isGroup)
            .toList();
    MessageField request =
        messages.stream()
            .filter(m -> wanted == null ? !isReply(m) : m.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> noMessage(source, wanted, messages));
    Optional<MessageField> reply =
        messages.stream().filter(m -> !m.equals(request) && isReply(m)).findFirst();
    return contract(
        ServiceContract.Wire.REST_XML, "POST /applications", "", request, reply, file, files);
  }

  /** The contract, with entry schemas over the schema that holds the messages. */
  static ServiceContract contract(
      ServiceContract.Wire wire,
      String call,
      String namespace,
      MessageField request,
      Optional<MessageField> reply,
      String file,
      XsdFiles files) {
    Map<String, String> schemas = new TreeMap<>(files.all());
    String in = ServiceContract.MAPPING + ".request.xsd";
    String out = ServiceContract.MAPPING + ".reply.xsd";
    schemas.putIfAbsent(in, XsdFiles.gate(namespace(request), file));
    schemas.putIfAbsent(
        out, reply.map(r -> XsdFiles.gate(namespace(r), file)).orElseGet(DefaultReply::xsd));
    return new ServiceContract(
        wire,
        call,
        namespace,
        "UTF-8",
        request,
        reply.orElseGet(Xsd::usual),
        reply.isPresent(),
        schemas);
  }

  static MessageField message(SourceFile source, XsdShapes shapes, QName name) {
    return shapes
        .message(name)
        .orElseThrow(() -> source.broken(0, "it has no element " + name.getLocalPart()));
  }

  private static MessageField usual() {
    XsdShapes shapes = new XsdShapes(x -> Optional.empty(), IllegalStateException::new);
    shapes.add(XsdFiles.place("reply.xsd"), DefaultReply.xsd());
    return shapes.message(new QName("reply")).orElseThrow();
  }

  private static String namespace(MessageField message) {
    @Nullable String namespace = message.namespace();
    return namespace == null ? "" : namespace;
  }

  private static boolean isReply(MessageField message) {
    return message.name().toLowerCase(Locale.ROOT).matches(REPLY);
  }

  private static RuntimeException noMessage(
      SourceFile source, @Nullable String wanted, List<MessageField> messages) {
    return source.tooLittle(
        wanted == null
            ? "no outermost element of it holds others"
            : "no outermost element that holds others is called " + wanted,
        "name one with --operation; there are "
            + messages.stream().map(MessageField::name).toList());
  }
}
