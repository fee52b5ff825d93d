package city.tongban.api;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The fields of a SOAP read operation, checked as strictly as those of a message. */
final class SoapRequestFields {
  private final JsonNode fields;

  SoapRequestFields(JsonNode fields, String... known) {
    this.fields = fields;
    Set<String> contract = Set.of(known);
    fields
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!contract.contains(field)) {
                throw Refusal.of("HUB-1003", "the message has a field that is not in the contract")
                    .fix("leave the field out, or check its spelling against the schema")
                    .at("/" + field);
              }
            });
  }

  String text(String field) {
    JsonNode text = fields.path(field);
    if (text.isMissingNode()) {
      throw Refusal.of("HUB-1004", "a required field is missing")
          .fix("send the field: see the schema")
          .at("/" + field);
    }
    if (!text.isTextual()) {
      throw wrong(field);
    }
    return text.textValue();
  }

  long number(String field, long otherwise, long min, long max) {
    if (fields.path(field).isMissingNode()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text(field).strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported like a number outside its bounds
    }
    throw wrong(field);
  }

  private static Refusal wrong(String field) {
    return Refusal.of("HUB-1005", "a field has the wrong form")
        .because("the schema does not allow this value")
        .fix("send the field in the form of the schema")
        .at("/" + field);
  }
}
