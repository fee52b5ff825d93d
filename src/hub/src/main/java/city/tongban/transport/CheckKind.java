package city.tongban.transport;

import java.util.Locale;

/** What a test of a connection looks at, in this order; each needs the one before. */
public enum CheckKind {
  NAME,
  PORT,
  TLS,
  TRUST,
  CLOCK,
  CREDENTIAL,
  RIGHTS;

  /** As it is written in an answer, and in the names of messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
