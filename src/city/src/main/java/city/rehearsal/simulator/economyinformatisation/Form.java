package city.rehearsal.simulator.economyinformatisation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** One object, read field by field; {@link #nothingElse()} refuses what nobody has asked for. */
final class Form {
  private final String path;
  private final ObjectNode node;
  private final Set<String> read = new HashSet<>();

  Form(String path, ObjectNode node) {
    this.path = path;
    this.node = node;
  }

  String text(String field, String pattern) throws FormError {
    read.add(field);
    JsonNode value = node.path(field);
    if (!value.isTextual() || !Pattern.matches(pattern, value.textValue())) {
      throw new FormError(path + field, "缺失或格式错误");
    }
    return value.textValue();
  }

  boolean has(String field) {
    return node.has(field);
  }

  Form object(String field) throws FormError {
    read.add(field);
    if (node.path(field) instanceof ObjectNode object) {
      return new Form(path + field + ".", object);
    }
    throw new FormError(path + field, "应为对象");
  }

  void nothingElse() throws FormError {
    for (String field : (Iterable<String>) node::fieldNames) {
      if (!read.contains(field)) {
        throw new FormError(path + field, "不是本接口的字段");
      }
    }
  }
}
