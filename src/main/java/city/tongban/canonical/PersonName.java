package city.tongban.canonical;

/** A person's name as it stands on the papers, in normal form. */
public record PersonName(String value) {}
