package city.tongban.mapping;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Bundle;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import java.io.ByteArrayInputStream;
import java.util.Comparator;

/** A JSON Schema of the bundle. References are resolved inside the bundle, never by the network. */
final class JsonMessageSchema implements MessageSchema {
  private final JsonSchema schema;
  private final String code;

  JsonMessageSchema(Bundle bundle, String backEnd, String path, String code) {
    this.code = code;
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.add(new OnlyTheBundle(bundle))));
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    try {
      schema = factory.getSchema(SchemaLocation.of(SecureSaxon.BUNDLE + path), config);
      schema.initializeValidators();
    } catch (JsonSchemaException | IllegalArgumentException e) {
      throw Fault.of("HUB-8009", "%s is not a usable JSON Schema", BundlePath.shown(backEnd, path))
          .because(String.valueOf(e.getMessage()))
          .fix("correct the schema; it may refer only to schemas of its bundle")
          .causedBy(e);
    }
  }

  @Override
  public void check(String text) {
    check(StrictJson.read(text));
  }

  void check(JsonNode json) {
    schema.validate(json).stream()
        .min(Comparator.comparing(m -> m.getInstanceLocation().toString()))
        .ifPresent(
            message -> {
              throw Refusal.of(code, "the JSON fails its schema")
                  .because(rule(message))
                  .fix("compare the field with the schema")
                  .at(at(message));
            });
  }

  /** The violated rule without the value: the validator's sentence may quote personal data. */
  private static String rule(ValidationMessage message) {
    String property = message.getProperty();
    return "it violates the rule '%s'%s"
        .formatted(message.getType(), property == null ? "" : " for " + property);
  }

  private static String at(ValidationMessage message) {
    String path = message.getInstanceLocation().toString();
    return path.isEmpty() ? "/" : path;
  }

  /** Throws for an unknown reference: the next loaders would read it from the network. */
  private record OnlyTheBundle(Bundle bundle) implements SchemaLoader {
    @Override
    @SuppressWarnings("NullAway") // null means "ask the next", which knows the language of schemas
    public InputStreamSource getSchema(AbsoluteIri iri) {
      String place = iri.toString();
      if (place.startsWith("classpath:draft/")) {
        return null;
      }
      byte[] schema =
          bundle
              .file(place.replaceFirst("^" + SecureSaxon.BUNDLE, ""))
              .orElseThrow(() -> new IllegalArgumentException("a schema may not read " + place));
      return () -> new ByteArrayInputStream(schema);
    }
  }
}
