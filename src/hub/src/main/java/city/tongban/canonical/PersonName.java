package city.tongban.canonical;

/**
 * A person's name as written on the identity paper, in normal form.
 *
 * <p>The rules are those of the notice of 2016 on names in public systems: the separator of a name
 * such as 阿不都·买买提 is U+00B7. Characters outside the basic plane stay and count as one. Nothing is
 * capitalised, composed or replaced by a compatible character: two spellings are two names until a
 * person decides otherwise.
 */
public record PersonName(String value) {

  public PersonName {
    if (!NameNormalizer.of(value).notes().isEmpty()) {
      throw NameNormalizer.wrong("it is not in normal form");
    }
  }

  /** The name in normal form, with a note for each kind of change. */
  public static Normalised<PersonName> of(String raw) {
    Normalised<String> form = NameNormalizer.of(raw);
    return new Normalised<>(new PersonName(form.value()), form.notes());
  }

  @Override
  public String toString() {
    return value;
  }
}
