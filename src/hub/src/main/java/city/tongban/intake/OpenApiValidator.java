package city.tongban.intake;

import city.tongban.canonical.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Validates every message against the published OpenAPI description. It checks the form only; the
 * canonical types check what a value means.
 */
@Component
class OpenApiValidator {
  private static final String DOCUMENT = "static/openapi.yaml";
  private static final SchemaValidatorsConfig PATHS =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

  private static final JsonSchemaFactory FACTORY = factory();

  private final JsonNode document;
  private final JsonSchema submission;
  private final JsonSchema withdrawal;

  OpenApiValidator() {
    this.document = document();
    this.submission = schema(document, "CaseSubmission");
    this.withdrawal = schema(document, "Withdrawal");
  }

  void checkSubmission(JsonNode message, ValidationErrors errors) {
    check(submission, message, errors);
  }

  void checkWithdrawal(JsonNode message, ValidationErrors errors) {
    check(withdrawal, message, errors);
  }

  SchemaNode submission() {
    return SchemaNode.of(document, "CaseSubmission");
  }

  SchemaNode withdrawal() {
    return SchemaNode.of(document, "Withdrawal");
  }

  private static void check(JsonSchema schema, JsonNode message, ValidationErrors errors) {
    for (ValidationMessage wrong : schema.validate(message)) {
      String path = wrong.getInstanceLocation().toString();
      switch (wrong.getType()) {
        case "additionalProperties" -> errors.note(below(path, wrong), unknownField());
        case "required" -> errors.note(below(path, wrong), missingField());
        default -> errors.note(path, wrongForm(wrong.getType()));
      }
    }
  }

  private static String below(String path, ValidationMessage wrong) {
    return path + "/" + wrong.getProperty().replace("~", "~0").replace("/", "~1");
  }

  private static Problem unknownField() {
    return new Problem(
        "HUB-1003",
        "the message has a field that is not in the contract",
        "unknown fields are refused, because ignoring one could lose data",
        "leave the field out, or check its spelling against /docs",
        null);
  }

  private static Problem missingField() {
    return new Problem(
        "HUB-1004", "a required field is missing", null, "send the field: see /docs", null);
  }

  private static Problem wrongForm(String rule) {
    return new Problem(
        "HUB-1005",
        "a field has the wrong form",
        "the contract's rule '" + rule + "' does not hold for it",
        "send the field in the form that /docs shows",
        null);
  }

  private static JsonSchema schema(JsonNode document, String name) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("$ref", "#/components/schemas/" + name);
    root.putObject("components").set("schemas", document.at("/components/schemas"));
    JsonSchema schema = FACTORY.getSchema(root, PATHS);
    schema.initializeValidators();
    return schema;
  }

  /**
   * Registers the two keywords of an API description that JSON Schema lacks; they validate nothing.
   */
  private static JsonSchemaFactory factory() {
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components"))
            .keyword(new NonValidationKeyword("example"))
            .build();
    return JsonSchemaFactory.builder()
        .metaSchema(dialect)
        .defaultMetaSchemaIri(dialect.getIri())
        .build();
  }

  private static JsonNode document() {
    try (InputStream in = new ClassPathResource(DOCUMENT).getInputStream()) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the API description cannot be read", e);
    }
  }
}
