package city.tongban.transport;

import java.util.Locale;

/** The checks of a connection test, in this order; each requires the one before. */
public enum CheckKind {
  NAME,
  PORT,
  TLS,
  TRUST,
  CLOCK,
  CREDENTIAL,
  RIGHTS;

  /** The check in answers and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
