package city.rehearsal.simulator.protocol.jms;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.broker.BrokerAccess;
import city.rehearsal.simulator.protocol.tcp.TransferFaults;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Faults on the callers' connections to a broker, packet by packet. The department's own connection
 * has none.
 */
final class PacketFaults {
  private static final List<FaultKind> BEFORE =
      List.of(FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL, FaultKind.RESET);

  private final Faults faults;
  private final BrokerAccess access;
  private final Runnable restart;
  private final Map<Object, TransferFaults> transfers = new ConcurrentHashMap<>();

  PacketFaults(Faults faults, BrokerAccess access, Runnable restart) {
    this.faults = faults;
    this.access = access;
    this.restart = restart;
  }

  /** Registers the interceptors with a broker that has started. */
  void install(ActiveMQServer server) {
    server.getRemotingService().addIncomingInterceptor(intercept(this::fromCaller));
    server.getRemotingService().addOutgoingInterceptor(intercept(this::toCaller));
  }

  /** What happens to a packet: passed on (true), swallowed (false), or the connection breaks. */
  private interface PacketRule {
    boolean passes(byte type, RemotingConnection connection)
        throws IOException, InterruptedException;
  }

  private static Interceptor intercept(PacketRule rule) {
    return (packet, connection) -> {
      try {
        return BrokerAccess.isDepartment(connection) || rule.passes(packet.getType(), connection);
      } catch (IOException e) {
        connection.getTransportConnection().forceClose(); // as when a firewall drops it
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  private boolean fromCaller(byte type, RemotingConnection connection) throws IOException {
    switch (type) {
      case PacketImpl.CREATESESSION -> breakIf(faults.on(FaultKind.DOWN));
      case PacketImpl.SESS_SEND, PacketImpl.SESS_SEND_LARGE -> request(connection);
      case PacketImpl.SESS_COMMIT -> of(connection).acknowledged();
      default -> {
        // no fault is about the other packets
      }
    }
    return true;
  }

  private void request(RemotingConnection connection) throws IOException {
    Optional<Injection> before = faults.onAny(BEFORE);
    if (before.isPresent() && before.get().kind() == FaultKind.WRONG_CREDENTIAL) {
      access.refuseNextLogin();
    }
    breakIf(before);
    of(connection).sent();
    if (faults.on(FaultKind.BROKER_RESTART).isPresent()) {
      new Thread(restart, "broker-restart").start();
    }
  }

  private boolean toCaller(byte type, RemotingConnection connection)
      throws IOException, InterruptedException {
    return type != PacketImpl.NULL_RESPONSE || of(connection).passesConfirmation();
  }

  private TransferFaults of(RemotingConnection connection) {
    return transfers.computeIfAbsent(connection.getID(), id -> new TransferFaults(faults));
  }

  private static void breakIf(Optional<Injection> fault) throws IOException {
    if (fault.isPresent()) {
      throw new IOException("fault: break before the broker has the message");
    }
  }
}
