package city.tongban.bundle;

/**
 * A violation in a {@code connector.yaml}, with its place.
 *
 * @param code HUB-8003 for an unknown key, HUB-8004 for a value
 */
public record SchemaViolation(int line, String code, String what, String fix) {}
