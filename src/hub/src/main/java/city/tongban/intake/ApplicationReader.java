package city.tongban.intake;

import city.tongban.canonical.Agent;
import city.tongban.canonical.Applicant;
import city.tongban.canonical.FormField;
import city.tongban.canonical.IdType;
import city.tongban.canonical.Material;
import city.tongban.canonical.PersonName;
import city.tongban.cases.Application;
import city.tongban.catalogue.Catalogue;
import city.tongban.catalogue.Centre;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.AccessPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the application from a parsed message, or reports every validation error. */
@Component
class ApplicationReader {
  private final OpenApiValidator validator;
  private final Catalogue catalogue;
  private final AccessPolicy access;
  private final CollectedAtReader collectedAt;
  private final BusinessClock clock;

  ApplicationReader(
      OpenApiValidator validator,
      Catalogue catalogue,
      AccessPolicy access,
      CollectedAtReader collectedAt,
      BusinessClock clock) {
    this.validator = validator;
    this.catalogue = catalogue;
    this.access = access;
    this.collectedAt = collectedAt;
    this.clock = clock;
  }

  /** Null when there are validation errors. */
  @Nullable Application read(ParsedMessage message, ValidationErrors errors) {
    validator.checkSubmission(message.tree(), errors);
    OffsetDateTime now = CollectedAtReader.now(clock);
    List<String> notes = new ArrayList<>();
    OffsetDateTime collected = collected(message, now, errors);
    String item = item(message, collected == null ? now : collected, errors);
    String centre = centre(message, errors);
    Applicant applicant = applicant(message, errors, notes);
    Agent agent = agent(message, errors, notes);
    List<Material> materials = materials(message, errors);
    List<FormField> form = form(message, errors);
    String id = message.id();
    if (!errors.none()
        || id == null
        || collected == null
        || item == null
        || centre == null
        || applicant == null) {
      return null;
    }
    return new Application(
        item,
        applicant,
        agent,
        centre,
        materials,
        form,
        collected,
        now,
        notes,
        message.envelope(id),
        collectedAt.late(collected, now));
  }

  private @Nullable OffsetDateTime collected(
      ParsedMessage message, OffsetDateTime now, ValidationErrors errors) {
    String text = message.text("/collectedAt");
    return text == null ? null : errors.read("/collectedAt", () -> collectedAt.read(text, now));
  }

  private @Nullable String item(ParsedMessage message, OffsetDateTime on, ValidationErrors errors) {
    String code = message.text("/item");
    LocalDate day = on.atZoneSameInstant(BusinessClock.ZONE).toLocalDate();
    return code == null ? null : errors.read("/item", () -> catalogue.item(code, day).code());
  }

  private @Nullable String centre(ParsedMessage message, ValidationErrors errors) {
    String at = "/collectingCentre";
    String code = message.text(at);
    return code == null
        ? null
        : errors.read(
            at,
            () -> {
              Centre centre = catalogue.centre(code, at);
              access.collectAt(message.sender(), centre.code(), centre.parent());
              return centre.code();
            });
  }

  private @Nullable Applicant applicant(
      ParsedMessage message, ValidationErrors errors, List<String> notes) {
    PersonReader person = new PersonReader(message, "/applicant", errors, notes);
    PersonName name = person.name();
    IdType type = person.idType();
    String number = person.idNumber(type);
    var phone = person.phone();
    String registered = street(message, "/applicant/registeredStreet", errors);
    String living = street(message, "/applicant/livingStreet", errors);
    return name == null || type == null || number == null
        ? null
        : new Applicant(name, type, number, phone, registered, living);
  }

  private @Nullable Agent agent(
      ParsedMessage message, ValidationErrors errors, List<String> notes) {
    if (message.tree().at("/agent").isMissingNode()) {
      return null;
    }
    PersonReader person = new PersonReader(message, "/agent", errors, notes);
    PersonName name = person.name();
    IdType type = person.idType();
    String number = person.idNumber(type);
    var phone = person.phone();
    String relation = message.text("/agent/relation");
    return name == null || type == null || number == null
        ? null
        : errors.read("/agent/relation", () -> new Agent(name, type, number, phone, relation));
  }

  private @Nullable String street(ParsedMessage message, String at, ValidationErrors errors) {
    String code = message.text(at);
    if (code != null) {
      errors.check(at, () -> catalogue.homeCentreOf(code));
    }
    return errors.none() ? code : null; // with errors there will be no applicant to put it in
  }

  private static List<Material> materials(ParsedMessage message, ValidationErrors errors) {
    List<Material> materials = new ArrayList<>();
    JsonNode list = message.tree().at("/materials");
    for (int i = 0; i < list.size(); i++) {
      String at = "/materials/" + i;
      String code = message.text(at + "/code");
      String title = message.text(at + "/title");
      String source = message.text(at + "/source");
      JsonNode pages = list.get(i).path("pages");
      if (code != null && title != null && source != null) {
        Material material =
            errors.read(
                at,
                () -> new Material(code, title, source, pages.isInt() ? pages.intValue() : null));
        if (material != null) {
          materials.add(material);
        }
      }
    }
    return materials;
  }

  private static List<FormField> form(ParsedMessage message, ValidationErrors errors) {
    List<FormField> form = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : message.tree().at("/form").properties()) {
      if (entry.getValue().isTextual()) {
        String at = "/form/" + entry.getKey().replace("~", "~0").replace("/", "~1");
        FormField field =
            errors.read(at, () -> new FormField(entry.getKey(), entry.getValue().textValue()));
        if (field != null) {
          form.add(field);
        }
      }
    }
    return form;
  }
}
