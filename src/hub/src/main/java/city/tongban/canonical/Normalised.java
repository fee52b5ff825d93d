package city.tongban.canonical;

import java.util.List;

/**
 * A value in normal form, with a note for each change.
 *
 * @param notes one per kind of change, {@code U+00B7 for U+2022}; never the value itself
 */
public record Normalised<T>(T value, List<String> notes) {
  public Normalised {
    notes = List.copyOf(notes);
  }

  /** The notes as a case stores them: {@code /applicant/name: U+00B7 for U+2022}. */
  public List<String> notesAt(String path) {
    return notes.stream().map(note -> path + ": " + note).toList();
  }
}
