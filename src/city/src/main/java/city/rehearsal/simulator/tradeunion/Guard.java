package city.rehearsal.simulator.tradeunion;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Who may come to the broker: the office for everything, the hub to put in and to take out. */
final class Guard implements ActiveMQSecurityManager5 {
  static final String OFFICE = "office";

  private final String caller;
  private final Map<String, String> passwords;
  private final AtomicInteger turnAway = new AtomicInteger();

  Guard(String callerAndPassword) {
    int colon = callerAndPassword.indexOf(':');
    caller = callerAndPassword.substring(0, colon);
    byte[] bits = new byte[16];
    new SecureRandom().nextBytes(bits);
    passwords =
        Map.of(
            caller, callerAndPassword.substring(colon + 1), OFFICE, HexFormat.of().formatHex(bits));
  }

  String ownPassword() {
    return String.valueOf(passwords.get(OFFICE));
  }

  /** The hub's next log-in finds its password changed. */
  void turnAwayNext() {
    turnAway.incrementAndGet();
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    if (user == null || password == null || !password.equals(passwords.get(user))) {
      return false;
    }
    return user.equals(OFFICE) || turnAway.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    if (user == null || !validateUser(user, password)) {
      return null;
    }
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(user));
    return subject;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType wish, String address) {
    boolean context =
        subject.getPrincipals().stream().anyMatch(who -> who.getName().equals(OFFICE));
    return context
        || (wish == CheckType.SEND && address.equals(Broker.APPLICATIONS))
        || (wish == CheckType.CONSUME && address.startsWith(Broker.DECISIONS));
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType wish) {
    return false; // authorize answers, who knows the address
  }
}
