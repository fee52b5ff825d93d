package city.rehearsal.simulator.archives;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to the broker: the office for everything; the hub, whose certificate is known, to
 * ask and to fetch answers. A certificate of the same authority alone opens nothing.
 */
final class Guard implements ActiveMQSecurityManager5 {
  private static final String OFFICE = "office";
  private static final String HUB = "hub";

  private final X509Certificate hub;
  private final AtomicInteger turnAway = new AtomicInteger();

  Guard(X509Certificate hub) {
    this.hub = hub;
  }

  /** The hub's next connection finds that it is known no more. */
  void turnAwayNext() {
    turnAway.incrementAndGet();
  }

  static boolean ofTheOffice(RemotingConnection connection) {
    return connection.getTransportConnection() instanceof InVMConnection;
  }

  @Override
  public @Nullable Subject authenticate(
      @Nullable String user,
      @Nullable String password,
      @Nullable RemotingConnection connection,
      @Nullable String domain) {
    if (connection == null) {
      return null;
    }
    if (ofTheOffice(connection)) {
      return subject(OFFICE);
    }
    X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
    boolean known = shown != null && Arrays.asList(shown).indexOf(hub) == 0;
    return known && turnAway.getAndUpdate(n -> Math.max(0, n - 1)) == 0 ? subject(HUB) : null;
  }

  private static Subject subject(String name) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(name));
    return subject;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType wish, String address) {
    boolean context =
        subject.getPrincipals().stream().anyMatch(who -> who.getName().equals(OFFICE));
    return context
        || (wish == CheckType.SEND && address.equals(Broker.REQUESTS))
        || (wish == CheckType.CONSUME && address.startsWith(Broker.ANSWERS));
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return false; // names and passwords are nothing here
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType wish) {
    return false; // authorize answers, who knows the address
  }
}
