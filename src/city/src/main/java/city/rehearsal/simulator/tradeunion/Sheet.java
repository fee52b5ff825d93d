package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One object of a message, read key by key; what nobody has asked for is refused at the end. */
final class Sheet {
  private final String path;
  private final ObjectNode node;
  private final Set<String> read = new HashSet<>();

  Sheet(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key, int bytesMax) throws FormatException {
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

  String text(String key, Pattern shape) throws FormatException {
    String text = text(key, 100);
    if (!shape.matcher(text).matches()) {
      throw wrong(key, "格式不符");
    }
    return text;
  }

  String name(String key) throws FormatException {
    String name = text(key, 90);
    @Nullable String flaw = Text.flawInName(name).orElse(null);
    if (flaw != null) {
      throw wrong(key, flaw);
    }
    return name;
  }

  BigDecimal number(String key) throws FormatException {
    JsonNode value = value(key);
    if (!value.isNumber() || value.decimalValue().signum() < 0) {
      throw wrong(key, "应为非负数");
    }
    return value.decimalValue();
  }

  Sheet part(String key) throws FormatException {
    if (value(key) instanceof ObjectNode object) {
      return new Sheet(path + key + ".", object);
    }
    throw wrong(key, "应为对象");
  }

  void each(String key, Reading reading) throws FormatException {
    JsonNode value = value(key);
    if (!value.isArray()) {
      throw wrong(key, "应为数组");
    }
    for (JsonNode one : value) {
      if (!(one instanceof ObjectNode object)) {
        throw wrong(key, "元素应为对象");
      }
      Sheet part = new Sheet(path + key + "[].", object);
      reading.read(part);
      part.nothingElse();
    }
  }

  /** Reads one part of several. */
  interface Reading {
    void read(Sheet part) throws FormatException;
  }

  void nothingElse() throws FormatException {
    for (String key : (Iterable<String>) node::fieldNames) {
      if (!read.contains(key)) {
        throw wrong(key, "不是协议中的字段");
      }
    }
  }

  FormatException wrong(String key, String sentence) {
    return new FormatException(path + key + ": " + sentence);
  }

  private JsonNode value(String key) {
    read.add(key);
    return node.path(key);
  }
}
