package city.tongban.canonical;

/** One answer on the item's own form; the name is the catalogue's, the value the resident's. */
public record FormField(String name, String value) {}
