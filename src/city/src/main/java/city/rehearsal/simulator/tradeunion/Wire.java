package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One caller's connection: hands frames on both ways, and breaks where it is told to. */
final class Wire {
  /** What strikes before the broker has the message. */
  private static final List<FaultKind> BEFORE =
      List.of(FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL, FaultKind.RESET);

  /** What strikes when the broker has it and says so. */
  private static final List<FaultKind> AFTER =
      List.of(FaultKind.LOST_ANSWER, FaultKind.SILENT, FaultKind.SLOW);

  private final Socket caller;
  private final Socket broker;
  private final Guard guard;
  private final Faults faults;
  private volatile @Nullable Injection onSettling;

  Wire(Socket caller, Socket broker, Guard guard, Faults faults) {
    this.caller = caller;
    this.broker = broker;
    this.guard = guard;
    this.faults = faults;
  }

  void open() {
    if (faults.on(FaultKind.DOWN).isPresent()) {
      cut();
      return;
    }
    start("in", () -> hand(caller, broker, true));
    start("out", () -> hand(broker, caller, false));
  }

  private interface Handing {
    void run() throws IOException, InterruptedException;
  }

  private void start(String direction, Handing handing) {
    Thread thread =
        new Thread(
            () -> {
              try {
                handing.run();
              } catch (IOException | InterruptedException e) {
                // one side has hung up: so do we on the other
              } finally {
                cut();
              }
            },
            "trade-union-wire-" + direction);
    thread.setDaemon(true);
    thread.start();
  }

  private void hand(Socket from, Socket to, boolean inwards)
      throws IOException, InterruptedException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream()));
    OutputStream out = to.getOutputStream();
    for (Optional<Frame> frame = Frame.read(in); frame.isPresent(); frame = Frame.read(in)) {
      if (inwards ? enters(frame.get()) : leaves(frame.get())) {
        out.write(frame.get().bytes());
        out.flush();
      }
    }
  }

  /** False for a frame that is swallowed. */
  private boolean enters(Frame frame) throws IOException {
    if (frame.settles() && faults.on(FaultKind.LOST_ACKNOWLEDGEMENT).isPresent()) {
      throw new IOException("told to break before the hub's acknowledgement is through");
    }
    if (!frame.transfers()) {
      return true;
    }
    Optional<Injection> before = any(BEFORE);
    if (before.isPresent()) {
      if (before.get().kind() == FaultKind.WRONG_CREDENTIAL) {
        guard.turnAwayNext();
      }
      throw new IOException("told to break before the message is through");
    }
    any(AFTER)
        .ifPresent(injection -> onSettling = injection); // another message may be on its way behind
    return true;
  }

  private boolean leaves(Frame frame) throws IOException, InterruptedException {
    Injection injection = onSettling;
    if (injection == null || !frame.settles()) {
      return true;
    }
    onSettling = null;
    switch (injection.kind()) {
      case LOST_ANSWER -> throw new IOException("told to break when the broker has the message");
      case SLOW -> TimeUnit.MILLISECONDS.sleep(injection.millis());
      default -> {
        return false;
      }
    }
    return true;
  }

  private Optional<Injection> any(List<FaultKind> kinds) {
    return kinds.stream().flatMap(kind -> faults.on(kind).stream()).findFirst();
  }

  boolean isCut() {
    return caller.isClosed();
  }

  void cut() {
    for (Socket socket : List.of(caller, broker)) {
      try {
        socket.setSoLinger(true, 0); // as when a firewall drops it: no polite end
        socket.close();
      } catch (IOException e) {
        // it is gone already
      }
    }
  }
}
