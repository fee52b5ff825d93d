package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** The line to callers outside, which breaks where it is told to; the broker itself never does. */
final class Line {
  /** What strikes before the broker has the request. */
  private static final List<FaultKind> BEFORE =
      List.of(FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL, FaultKind.RESET);

  /** What strikes when the broker has it and says so. */
  private static final List<FaultKind> AFTER =
      List.of(FaultKind.LOST_ANSWER, FaultKind.SILENT, FaultKind.SLOW);

  private final Faults faults;
  private final Guard guard;
  private final Runnable restart;
  private final Map<Object, Injection> onAnswer = new ConcurrentHashMap<>();

  Line(Faults faults, Guard guard, Runnable restart) {
    this.faults = faults;
    this.guard = guard;
    this.restart = restart;
  }

  /** False for a packet that is swallowed. */
  Interceptor inwards() {
    return (packet, connection) ->
        Guard.ofTheOffice(connection)
            || switch (packet.getType()) {
              case PacketImpl.CREATESESSION -> enters(connection);
              case PacketImpl.SESS_SEND, PacketImpl.SESS_SEND_LARGE -> requests(connection);
              case PacketImpl.SESS_COMMIT -> acknowledges(connection);
              default -> true;
            };
  }

  Interceptor outwards() {
    return (packet, connection) -> {
      Injection injection =
          packet.getType() == PacketImpl.NULL_RESPONSE ? onAnswer.remove(key(connection)) : null;
      return injection == null || answers(injection, connection);
    };
  }

  private boolean enters(RemotingConnection connection) {
    return faults.on(FaultKind.DOWN).isEmpty() || cut(connection);
  }

  private boolean requests(RemotingConnection connection) {
    Optional<Injection> before = any(BEFORE);
    if (before.isPresent()) {
      if (before.get().kind() == FaultKind.WRONG_CREDENTIAL) {
        guard.turnAwayNext();
      }
      return cut(connection);
    }
    any(AFTER).ifPresent(injection -> onAnswer.put(key(connection), injection));
    if (faults.on(FaultKind.BROKER_RESTART).isPresent()) {
      new Thread(restart, "archives-restart").start();
    }
    return true;
  }

  /** As when the hub is killed between its commit and its acknowledgement. */
  private boolean acknowledges(RemotingConnection connection) {
    return faults.on(FaultKind.LOST_ACKNOWLEDGEMENT).isEmpty() || cut(connection);
  }

  private static boolean answers(Injection injection, RemotingConnection connection) {
    switch (injection.kind()) {
      case LOST_ANSWER -> cut(connection);
      case SLOW -> {
        return slept(injection.millis());
      }
      default -> {
        // the answer is never given
      }
    }
    return false;
  }

  private static boolean slept(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** As when a firewall drops it: no polite end. */
  private static boolean cut(RemotingConnection connection) {
    connection.getTransportConnection().forceClose();
    return false;
  }

  private static Object key(RemotingConnection connection) {
    return connection.getID();
  }

  private Optional<Injection> any(List<FaultKind> kinds) {
    return kinds.stream().flatMap(kind -> faults.on(kind).stream()).findFirst();
  }
}
