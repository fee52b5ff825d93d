package city.tongban.partner;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.stereotype.Component;

/**
 * Who may log in to the console. The password lies in a secret file; memory holds its hash only.
 */
@Component
class ConsoleUsers {
  private final UserDetailsService operator;

  ConsoleUsers(Secrets secrets) {
    String hash =
        PasswordEncoderFactories.createDelegatingPasswordEncoder()
            .encode(secrets.readOrMake("console-operator"));
    this.operator =
        new InMemoryUserDetailsManager(
            User.withUsername("operator").password(hash).roles("OPERATOR").build());
  }

  UserDetailsService operator() {
    return operator;
  }
}
