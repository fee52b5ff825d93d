package city.rehearsal.simulator.department.tradeunion;

import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.protocol.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The keys of one JSON object; a key that is not read is refused at the end. */
final class JsonFields extends Fields {
  private final String path;
  private final ObjectNode node;
  private final Set<String> read = new HashSet<>();

  JsonFields(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  @Override
  public boolean has(String key) {
    return node.has(key);
  }

  @Override
  public String text(String key, int bytesMax) throws FormatException {
    JsonNode value = value(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(key, "应为非空字符串");
    }
    try {
      if (Text.width(value.textValue(), StandardCharsets.UTF_8) > bytesMax) {
        throw wrong(key, "超过" + bytesMax + "字节");
      }
    } catch (CharacterCodingException e) {
      throw wrong(key, "含不成对的代理字符");
    }
    return value.textValue();
  }

  BigDecimal number(String key) throws FormatException {
    JsonNode value = value(key);
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw wrong(key, "应为非负数");
    }
    return value.decimalValue();
  }

  JsonFields part(String key) throws FormatException {
    if (value(key) instanceof ObjectNode object) {
      return new JsonFields(path + key + ".", object);
    }
    throw wrong(key, "应为对象");
  }

  void each(String key, ElementReader reader) throws FormatException {
    JsonNode value = value(key);
    if (!value.isArray()) {
      throw wrong(key, "应为数组");
    }
    for (JsonNode one : value) {
      if (!(one instanceof ObjectNode object)) {
        throw wrong(key, "元素应为对象");
      }
      JsonFields part = new JsonFields(path + key + "[].", object);
      reader.read(part);
      part.nothingElse();
    }
  }

  /** Reads one element of an array. */
  interface ElementReader {
    void read(JsonFields element) throws FormatException;
  }

  void nothingElse() throws FormatException {
    for (String key : (Iterable<String>) node::fieldNames) {
      if (!read.contains(key)) {
        throw wrong(key, "不是协议中的字段");
      }
    }
  }

  @Override
  public FormatException wrong(String key, String sentence) {
    return new FormatException(path + key + ": " + sentence);
  }

  private JsonNode value(String key) {
    read.add(key);
    return node.path(key);
  }
}
