package city.tongban.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts the arguments of a {@link KeyedMessage} to and from a {@code jsonb} column: {@code
 * ["text", 3, {"time": "2018-07-02T00:30:00Z"}, {"key": "state.ACCEPTED", "arguments": []}]}.
 */
public final class MessageArguments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MessageArguments() {}

  public static String write(List<Object> arguments) {
    return array(arguments).toString();
  }

  public static List<Object> read(String json) {
    try {
      return values(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the arguments of a stored message are not JSON", e);
    }
  }

  private static ArrayNode array(List<Object> arguments) {
    ArrayNode array = JSON.createArrayNode();
    arguments.forEach(argument -> array.add(node(argument)));
    return array;
  }

  private static JsonNode node(Object argument) {
    if (argument instanceof Instant time) {
      return JSON.createObjectNode().put("time", time.toString());
    }
    if (argument instanceof KeyedMessage message) {
      ObjectNode nested = JSON.createObjectNode().put("key", message.key());
      return nested.set("arguments", array(message.arguments()));
    }
    return JSON.valueToTree(argument);
  }

  private static List<Object> values(JsonNode array) {
    List<Object> values = new ArrayList<>(array.size());
    array.forEach(node -> values.add(value(node)));
    return values;
  }

  private static Object value(JsonNode node) {
    if (node.has("time")) {
      return Instant.parse(node.path("time").asText());
    }
    if (node.has("key")) {
      return new KeyedMessage(node.path("key").asText(), values(node.path("arguments")));
    }
    return node.isNumber() ? node.numberValue() : node.asText();
  }
}
