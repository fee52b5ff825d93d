package city.tongban.replay;

import city.tongban.canonical.Agent;
import city.tongban.canonical.Applicant;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Envelope;
import city.tongban.canonical.FormField;
import city.tongban.canonical.Material;
import city.tongban.canonical.PersonName;
import city.tongban.canonical.Phone;
import city.tongban.canonical.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the persons of a case: in the canonical form field by field, then the same words in
 * every other text of the case. Fields that only a person can judge are listed.
 */
final class Anonymizer {
  /** Keeps district and day, which decide the form of a number; the serial is never used. */
  private static final String SERIAL = "999001";

  private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}");
  private static final Pattern LONG_NUMBER = Pattern.compile("[A-Z]{0,3}[0-9]{8,}[0-9A-Z]*");
  private static final Pattern PLACE = Pattern.compile(".*[路街道弄号室幢村].*");

  /** A day, an amount, a code: values that identify no person. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}(-[0-9]{2}(T.*)?)?|-?[0-9]{1,7}([.][0-9]+)?|[A-Z0-9_]{1,20}|true|false|");

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");
  private static final Pattern NAME = Pattern.compile("name|.*Name");
  private static final Pattern PLACE_NAME = Pattern.compile("(?i).*address.*|.*place.*");

  private final SyntheticPeople synthetic = new SyntheticPeople();
  private final List<String> lookAt = new ArrayList<>();

  /** Fields that only a person can judge. */
  List<String> lookAt() {
    return lookAt;
  }

  CaseFile of(CaseFile file) {
    CaseNumber number = number(file.number());
    Applicant applicant = of(file.applicant());
    Agent agent = file.agent() == null ? null : of(file.agent());
    return new CaseFile(
        number,
        file.item(),
        applicant,
        agent,
        file.places(),
        materials(file.materials()),
        form(file.form()),
        file.collectedAt(),
        file.receivedAt(),
        file.normalised(),
        envelope(file.envelope()));
  }

  /**
   * Replaces the persons in another text of the same case.
   *
   * @throws Refusal when personal data would remain
   */
  String of(String text) {
    String made = text;
    for (Map.Entry<String, String> word : longestFirst()) {
      made = made.replace(word.getKey(), word.getValue());
      made = made.replace(escaped(word.getKey(), false), escaped(word.getValue(), false));
      made = made.replace(escaped(word.getKey(), true), escaped(word.getValue(), true));
      made = made.replace(markup(word.getKey()), markup(word.getValue()));
    }
    String left = String.join("\n", DocumentFields.of(made).values());
    for (Map.Entry<String, String> word : longestFirst()) {
      if (left.contains(word.getKey()) && !word.getValue().contains(word.getKey())) {
        throw Refusal.of("HUB-8033", "personal data would remain in the example")
            .because("it is written in a form that the hub does not find")
            .fix("write this example by hand; the hub returned nothing");
      }
    }
    return made;
  }

  private List<Map.Entry<String, String>> longestFirst() {
    return synthetic.replaced().entrySet().stream()
        .filter(word -> word.getKey().length() > 1) // a single character alone is no name
        .sorted(Comparator.comparing(word -> -word.getKey().length()))
        .toList();
  }

  private CaseNumber number(CaseNumber number) {
    String other = number.value().substring(0, number.value().length() - SERIAL.length()) + SERIAL;
    return new CaseNumber(synthetic.instead(number.value(), other));
  }

  private Applicant of(Applicant person) {
    return new Applicant(
        new PersonName(synthetic.name(person.name().value())),
        person.idType(),
        synthetic.id(person.idType(), person.idNumber()),
        phone(person.phone()),
        person.registeredStreet(),
        person.livingStreet());
  }

  private Agent of(Agent person) {
    return new Agent(
        new PersonName(synthetic.name(person.name().value())),
        person.idType(),
        synthetic.id(person.idType(), person.idNumber()),
        phone(person.phone()),
        person.relation());
  }

  private @Nullable Phone phone(@Nullable Phone phone) {
    return phone == null ? null : new Phone(synthetic.phone(phone.value()));
  }

  private List<FormField> form(List<FormField> fields) {
    List<FormField> form = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      FormField field = fields.get(i);
      String at = "/case/form/field[%d]/value (%s)".formatted(i + 1, field.name());
      form.add(new FormField(field.name(), value(field.name(), field.value(), at)));
    }
    return form;
  }

  private String value(String name, String value, String at) {
    String known = synthetic.replaced().get(value);
    if (known != null) {
      return known;
    }
    if (value.length() >= 18 && SyntheticPeople.isResidentId(value.substring(0, 18))) {
      return synthetic.residentId(value.substring(0, 18)) + value.substring(18);
    }
    if (PHONE.matcher(value).matches()) {
      return synthetic.phone(value);
    }
    if (LONG_NUMBER.matcher(value).matches()) {
      return synthetic.number(value);
    }
    if (PLAIN.matcher(value).matches() && !NAME.matcher(name).matches()) {
      return value;
    }
    if (NAME.matcher(name).matches() || MAIL.matcher(value).matches()) {
      return synthetic.name(value);
    }
    if (PLACE_NAME.matcher(name).matches() || PLACE.matcher(value).matches()) {
      return synthetic.place(value);
    }
    lookAt.add(at);
    return of(value);
  }

  private List<Material> materials(List<Material> materials) {
    return materials.stream()
        .map(paper -> new Material(paper.code(), of(paper.title()), paper.source(), paper.pages()))
        .toList();
  }

  private static Envelope envelope(Envelope of) {
    return new Envelope(
        "00000000-0000-7000-8000-000000000001",
        of.sender(),
        "EXAMPLE-1",
        "0".repeat(64),
        of.correlationId() == null ? null : "EXAMPLE-1",
        "00-00000000000000000000000000000001-0000000000000001-01");
  }

  /** The JSON escape of non-ASCII characters. */
  private static String escaped(String text, boolean upper) {
    StringBuilder made = new StringBuilder();
    String form = upper ? "\\u%04X" : "\\u%04x";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      made.append(c < 128 ? String.valueOf(c) : form.formatted((int) c));
    }
    return made.toString();
  }

  private static String markup(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
