package city.tongban.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Knows the one user of the management port. Its password is the secret file {@code management},
 * made at the first start that needs it.
 */
final class ManagementAuthenticationProvider implements AuthenticationProvider {
  static final String USER = "management";

  private final byte[] password;

  ManagementAuthenticationProvider(SecretFiles secrets) {
    this.password = bytes(secrets.readOrMake(USER));
  }

  @Override
  public Authentication authenticate(Authentication given) {
    if (!given.getName().equals(USER)
        || !MessageDigest.isEqual(bytes(String.valueOf(given.getCredentials())), password)) {
      throw new BadCredentialsException("wrong user or password");
    }
    return UsernamePasswordAuthenticationToken.authenticated(USER, null, List.of());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
