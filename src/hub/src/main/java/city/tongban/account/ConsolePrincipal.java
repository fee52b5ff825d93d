package city.tongban.account;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who has logged in, as the session remembers.
 *
 * @param version of the account at the log-in; a later one ends the session
 * @param since when the log-in was
 */
record ConsolePrincipal(String name, Role role, int version, Instant since)
    implements AuthenticatedPrincipal, Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return name;
  }
}
