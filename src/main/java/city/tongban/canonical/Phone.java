package city.tongban.canonical;

/** A telephone number: digits, with a leading + for another country. */
public record Phone(String value) {}
