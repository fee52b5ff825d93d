package city.rehearsal.simulator.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a request, read field by field; {@link #nothingElse()} refuses the fields that
 * were not read.
 */
public final class JsonForm extends FieldReader {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private final String path;
  private final ObjectNode node;
  private final Set<String> read = new HashSet<>();

  public JsonForm(ObjectNode root) {
    this("", root);
  }

  private JsonForm(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  @Override
  public String text(String field, int bytesMax) throws FormatException {
    @Nullable String text = textIfAny(field, bytesMax);
    if (text == null) {
      throw wrong(field, "必填");
    }
    return text;
  }

  /** A text that matches the whole {@code pattern}. */
  public String matching(String field, String pattern) throws FormatException {
    JsonNode value = value(field);
    if (!value.isTextual() || !Pattern.matches(pattern, value.textValue())) {
      throw wrong(field, "缺失或格式错误");
    }
    return value.textValue();
  }

  @Override
  public boolean has(String field) {
    return node.has(field);
  }

  public @Nullable String textIfAny(String field, int bytesMax) throws FormatException {
    JsonNode value = value(field);
    if (value.isMissingNode()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field, "应为非空字符串");
    }
    try {
      if (Text.width(value.textValue(), StandardCharsets.UTF_8) > bytesMax) {
        throw wrong(field, "超过" + bytesMax + "字节");
      }
    } catch (CharacterCodingException e) {
      throw wrong(field, "含不成对的代理字符");
    }
    return value.textValue();
  }

  public LocalDate day(String field) throws FormatException {
    try {
      return LocalDate.parse(text(field, 8), DAY);
    } catch (DateTimeException e) {
      throw wrong(field, "应为yyyyMMdd");
    }
  }

  public BigDecimal amount(String field) throws FormatException {
    JsonNode value = value(field);
    if (!value.isNumber()
        || value.decimalValue().signum() < 0
        || value.decimalValue().scale() > 2) {
      throw wrong(field, "应为非负数,至多两位小数");
    }
    return value.decimalValue();
  }

  public int whole(String field) throws FormatException {
    JsonNode value = value(field);
    if (!value.isInt() || value.intValue() < 0) {
      throw wrong(field, "应为非负整数");
    }
    return value.intValue();
  }

  public JsonForm object(String field) throws FormatException {
    @Nullable JsonForm object = objectIfAny(field);
    if (object == null) {
      throw wrong(field, "必填");
    }
    return object;
  }

  public @Nullable JsonForm objectIfAny(String field) throws FormatException {
    JsonNode value = value(field);
    if (value.isMissingNode()) {
      return null;
    }
    if (value instanceof ObjectNode object) {
      return new JsonForm(path + field + ".", object);
    }
    throw wrong(field, "应为对象");
  }

  public List<JsonForm> objects(String field) throws FormatException {
    JsonNode value = value(field);
    if (!value.isArray()) {
      throw wrong(field, "应为数组");
    }
    List<JsonForm> objects = new ArrayList<>();
    for (JsonNode one : value) {
      if (!(one instanceof ObjectNode object)) {
        throw wrong(field, "数组元素应为对象");
      }
      objects.add(new JsonForm(path + field + "[" + objects.size() + "].", object));
    }
    return objects;
  }

  public void nothingElse() throws FormatException {
    for (String field : (Iterable<String>) node::fieldNames) {
      if (!read.contains(field)) {
        throw wrong(field, "不是本接口的字段");
      }
    }
  }

  @Override
  public FormatException wrong(String field, String sentence) {
    return new FormatException(path + field + ": " + sentence);
  }

  private JsonNode value(String field) {
    read.add(field);
    return node.path(field);
  }
}
