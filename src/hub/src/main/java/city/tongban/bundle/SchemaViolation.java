package city.tongban.bundle;

/**
 * Something that is wrong in a {@code connector.yaml}, where it stands.
 *
 * @param code HUB-8003 for a key that nobody knows, HUB-8004 for a value
 */
public record SchemaViolation(int line, String code, String what, String fix) {}
