package city.tongban.intake;

import city.tongban.partner.Partner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The content of a SOAP envelope: the operation and its fields. */
public final class SoapMessage {
  private final Partner sender;
  private final IncomingMessage incoming;
  private final String mediaType;
  private final String operation;
  private final SchemaNode shape;
  private final ObjectNode tree;

  SoapMessage(
      Partner sender,
      IncomingMessage incoming,
      String mediaType,
      String operation,
      SchemaNode shape,
      ObjectNode tree) {
    this.sender = sender;
    this.incoming = incoming;
    this.mediaType = mediaType;
    this.operation = operation;
    this.shape = shape;
    this.tree = tree;
  }

  public Partner sender() {
    return sender;
  }

  /** The name of the body's element, {@code submitCase}. */
  public String operation() {
    return operation;
  }

  /** The fields of the operation in the form of the JSON message. */
  public JsonNode tree() {
    return tree;
  }

  /** Removes a field that the JSON message has in its URL; null when it is not text or missing. */
  @Nullable String take(String field) {
    JsonNode taken = tree.remove(field);
    return taken == null ? null : taken.textValue();
  }

  ParsedMessage message(String about) {
    return ParsedMessage.of(sender, tree, incoming, mediaType, about, shape::place);
  }
}
