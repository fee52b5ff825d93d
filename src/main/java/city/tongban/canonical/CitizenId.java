package city.tongban.canonical;

/** A resident identity number, 15 or 18 places (GB 11643-1999). */
public record CitizenId(String value) {}
