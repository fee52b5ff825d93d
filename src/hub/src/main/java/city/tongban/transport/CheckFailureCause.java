package city.tongban.transport;

import java.util.Locale;

/**
 * Why a connection check failed, as far as it can be determined. The texts, and what to do, are the
 * messages {@code probe.why.*} and {@code probe.fix.*}, in both languages.
 */
public enum CheckFailureCause {
  ADDRESS_INCOMPLETE,
  NAME_UNKNOWN,
  PORT_REFUSED,
  PORT_SILENT,
  PORT_UNREACHABLE,
  TLS_SILENT,
  TLS_NOT_SPOKEN,
  TLS_BROKEN,
  TRUST_UNKNOWN,
  TRUST_EXPIRED,
  TRUST_NOT_YET,
  TRUST_OTHER_NAME,
  TRUST_HOST_KEY,
  TRUST_UNSIGNED,
  CLOCK_APART,
  SECRET_MISSING,
  OURS_RAN_OUT,
  OURS_REFUSED,
  CREDENTIAL_REFUSED,
  RIGHTS_REFUSED,
  NO_QUEUE,
  NO_FOLDER,
  NO_ANSWER,
  ASKED_TO_WAIT,
  ANSWER_UNREADABLE,
  TOO_SLOW,
  OTHER;

  /** The cause in answers and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
