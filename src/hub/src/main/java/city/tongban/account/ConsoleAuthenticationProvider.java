package city.tongban.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the password of a log-in. A failure reveals neither by its text nor by its duration
 * whether the name, the password or a disabled account was the reason.
 */
@Component
class ConsoleAuthenticationProvider implements AuthenticationProvider {
  private final AccountTable accounts;
  private final PasswordHasher passwords;
  private final LoginThrottle tries;
  private final Clock wall;

  ConsoleAuthenticationProvider(
      AccountTable accounts, PasswordHasher passwords, LoginThrottle tries, Clock wall) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tries = tries;
    this.wall = wall;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String source = source(asked.getDetails());
    if (!tries.begin(name, source)) {
      throw new LockedException("too many wrong tries");
    }
    Optional<AccountTable.Key> known = accounts.key(name);
    String password = String.valueOf(asked.getCredentials());
    boolean fits = passwords.fits(password, known.map(AccountTable.Key::hash).orElse(null));
    AccountTable.Key key =
        known
            .filter(account -> fits && !account.disabled())
            .orElseThrow(() -> new BadCredentialsException("wrong"));
    tries.succeeded(name, source);
    return entered(key, asked.getDetails());
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private Authentication entered(AccountTable.Key key, @Nullable Object details) {
    ConsolePrincipal principal =
        new ConsolePrincipal(key.name(), key.role(), key.version(), wall.instant());
    UsernamePasswordAuthenticationToken entered =
        UsernamePasswordAuthenticationToken.authenticated(
            principal, null, List.of(new SimpleGrantedAuthority(key.role().authority())));
    entered.setDetails(details);
    return entered;
  }

  private static String source(@Nullable Object details) {
    return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
  }
}
