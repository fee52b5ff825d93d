package city.rehearsal.simulator.core;

import java.util.Optional;
import java.util.function.Predicate;

/** The fields of one part of a message, each read by its name and checked on the way. */
public abstract class FieldReader {
  private static final int FORMAT_BYTES_MAX = 100;

  public abstract boolean has(String field);

  /** The text of a field, which must be there; the departments measure in bytes. */
  public abstract String text(String field, int bytesMax) throws FormatException;

  /** A refusal because of a field, with the field's path. */
  public abstract FormatException wrong(String field, String sentence);

  public final String text(String field, Predicate<String> format) throws FormatException {
    String text = text(field, FORMAT_BYTES_MAX);
    if (!format.test(text)) {
      throw wrong(field, "格式不符");
    }
    return text;
  }

  /** The name of a person. */
  public final String name(String field) throws FormatException {
    String name = text(field, 90);
    Optional<String> flaw = Text.flawInName(name);
    if (flaw.isPresent()) {
      throw wrong(field, flaw.get());
    }
    return name;
  }

  /**
   * The number of a person's papers, whose check digit is verified for residents.
   *
   * @param types of papers that the department knows
   * @param resident the type of the resident identity card
   */
  public final String papers(
      String typeField, String field, Predicate<String> types, String resident)
      throws FormatException {
    String type = text(typeField, types);
    String number = text(field, Formats.DOCUMENT_NUMBER);
    if (type.equals(resident) && CitizenNumber.birth(number).isEmpty()) {
      throw wrong(field, "证件号码校验不通过");
    }
    return number;
  }

  /** A telephone number, if it is there. */
  public final void phone(String field) throws FormatException {
    if (has(field)) {
      text(field, Formats.PHONE);
    }
  }
}
