package city.tongban.intake;

import city.tongban.canonical.IdNumbers;
import city.tongban.canonical.IdType;
import city.tongban.canonical.Normalised;
import city.tongban.canonical.PersonName;
import city.tongban.canonical.Phone;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one person of a message; each normalised value gets a note. */
final class PersonReader {
  private final ParsedMessage message;
  private final String path;
  private final ValidationErrors errors;
  private final List<String> notes;

  PersonReader(ParsedMessage message, String path, ValidationErrors errors, List<String> notes) {
    this.message = message;
    this.path = path;
    this.errors = errors;
    this.notes = notes;
  }

  @Nullable PersonName name() {
    return normal("/name", PersonName::of);
  }

  @Nullable IdType idType() {
    String text = message.text(path + "/idType");
    for (IdType type : IdType.values()) {
      if (type.name().equals(text)) {
        return type;
      }
    }
    return null; // the schema lists the allowed values and has reported it
  }

  @Nullable String idNumber(@Nullable IdType type) {
    return type == null ? null : normal("/idNumber", raw -> IdNumbers.of(type, raw));
  }

  @Nullable Phone phone() {
    return normal("/phone", Phone::of);
  }

  private <T> @Nullable T normal(String field, Function<String, Normalised<T>> form) {
    String at = path + field;
    String raw = message.text(at);
    Normalised<T> normal = raw == null ? null : errors.read(at, () -> form.apply(raw));
    if (normal == null) {
      return null;
    }
    notes.addAll(normal.notesAt(at));
    return normal.value();
  }
}
