package city.rehearsal.simulator.protocol.broker;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the broker: the department, from inside this process, for everything; the hub to put
 * applications in and to fetch results.
 */
public final class BrokerAccess implements ActiveMQSecurityManager5 {
  private static final String DEPARTMENT = "department";
  private static final String HUB = "hub";

  private final Queues queues;
  private final HubCheck hubCheck;
  private final AtomicInteger refusals = new AtomicInteger();

  /** Whether a connection from outside proves that it is the hub's. */
  public interface HubCheck {
    boolean isHub(@Nullable String user, @Nullable String password, RemotingConnection connection);
  }

  public BrokerAccess(Queues queues, HubCheck hubCheck) {
    this.queues = queues;
    this.hubCheck = hubCheck;
  }

  /** Refuses the hub's next log-in, as if its credential had been changed. */
  public void refuseNextLogin() {
    refusals.incrementAndGet();
  }

  /** Whether a connection is the department's own, from inside this process. */
  public static boolean isDepartment(RemotingConnection connection) {
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
    if (isDepartment(connection)) {
      return subject(DEPARTMENT);
    }
    boolean accepted =
        hubCheck.isHub(user, password, connection)
            && refusals.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
    return accepted ? subject(HUB) : null;
  }

  private static Subject subject(String name) {
    Subject subject = new Subject();
    subject.getPrincipals().add(new UserPrincipal(name));
    return subject;
  }

  @Override
  public boolean authorize(Subject subject, Set<Role> roles, CheckType action, String address) {
    boolean department =
        subject.getPrincipals().stream()
            .anyMatch(principal -> principal.getName().equals(DEPARTMENT));
    return department
        || (action == CheckType.SEND && address.equals(queues.inbound()))
        || (action == CheckType.CONSUME && address.startsWith(queues.outbound()));
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return false; // authenticate() decides: it knows the connection
  }

  @Override
  public boolean validateUserAndRole(
      String user, String password, Set<Role> roles, CheckType action) {
    return false; // authorize() decides: it knows the address
  }
}
