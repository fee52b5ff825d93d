package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.civilaffairs.Said.Act;
import city.rehearsal.simulator.civilaffairs.Said.Piece;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One caller's connection: hands on what is said both ways, and breaks where it is told to. */
final class Wire {
  /** What strikes before the row is in. */
  private static final List<FaultKind> BEFORE =
      List.of(
          FaultKind.DOWN,
          FaultKind.RESET,
          FaultKind.WRONG_CREDENTIAL,
          FaultKind.BUSY,
          FaultKind.LOCKED,
          FaultKind.RESTART);

  /** What strikes when it is committed. */
  private static final List<FaultKind> AFTER =
      List.of(FaultKind.LOST_ANSWER, FaultKind.SILENT, FaultKind.SLOW);

  private final Socket caller;
  private final Socket database;
  private final Faults faults;
  private final Mishaps mishaps;
  private boolean rowUnderWay;
  private volatile @Nullable Injection onAnswer;

  Wire(Socket caller, Socket database, Faults faults, Mishaps mishaps) {
    this.caller = caller;
    this.database = database;
    this.faults = faults;
    this.mishaps = mishaps;
  }

  void open() {
    start("in", this::inwards);
    start("out", this::outwards);
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
            "civil-affairs-wire-" + direction);
    thread.setDaemon(true);
    thread.start();
  }

  private void inwards() throws IOException, InterruptedException {
    Said said = new Said(new DataInputStream(new BufferedInputStream(caller.getInputStream())));
    OutputStream out = database.getOutputStream();
    for (Piece piece = said.next(); piece != null; piece = said.next()) {
      enters(piece.act());
      out.write(piece.bytes());
      out.flush();
    }
  }

  private void enters(Act act) throws IOException, InterruptedException {
    switch (act) {
      case PUTS_A_ROW -> {
        rowUnderWay = true;
        Optional<Injection> before = any(BEFORE);
        if (before.isPresent()) {
          before(before.get());
        }
      }
      case COMMITS -> {
        onAnswer = rowUnderWay ? any(AFTER).orElse(null) : null;
        rowUnderWay = false;
      }
      case MARKS_A_ROW -> {
        if (faults.on(FaultKind.LOST_ACKNOWLEDGEMENT).isPresent()) {
          throw new IOException("told to break before the mark is through");
        }
      }
      case ELSE -> {}
    }
  }

  private void before(Injection injection) throws IOException, InterruptedException {
    switch (injection.kind()) {
      case LOCKED -> mishaps.lock(injection.millis());
      case RESTART -> mishaps.restart();
      case WRONG_CREDENTIAL -> end("28P01", "password authentication failed");
      case BUSY -> end("53300", "too many connections");
      default -> throw new IOException("told to break before the row is through");
    }
  }

  /** The server's own way to end a session. */
  private void end(String state, String sentence) throws IOException {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (String field : List.of("SFATAL", "VFATAL", "C" + state, "M" + sentence)) {
      fields.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
      fields.write(0);
    }
    fields.write(0);
    DataOutputStream out = new DataOutputStream(caller.getOutputStream());
    out.writeByte('E');
    out.writeInt(4 + fields.size());
    fields.writeTo(out);
    out.flush();
    caller.shutdownOutput(); // a hard cut would overtake it
    throw new IOException("told to turn the caller away");
  }

  private void outwards() throws IOException, InterruptedException {
    InputStream in = database.getInputStream();
    OutputStream out = caller.getOutputStream();
    byte[] bytes = new byte[8192];
    for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
      if (leaves()) {
        out.write(bytes, 0, n);
        out.flush();
      }
    }
  }

  /** False for an answer that is swallowed. */
  private boolean leaves() throws IOException, InterruptedException {
    Injection injection = onAnswer;
    if (injection == null) {
      return true;
    }
    switch (injection.kind()) {
      case LOST_ANSWER -> throw new IOException("told to break when the row is in");
      case SLOW -> {
        onAnswer = null;
        TimeUnit.MILLISECONDS.sleep(injection.millis());
        return true;
      }
      default -> {
        return false; // and nothing else comes on this line either
      }
    }
  }

  private Optional<Injection> any(List<FaultKind> kinds) {
    return kinds.stream().flatMap(kind -> faults.on(kind).stream()).findFirst();
  }

  boolean isCut() {
    return caller.isClosed();
  }

  void cut() {
    for (Socket socket : List.of(caller, database)) {
      try {
        if (!socket.isOutputShutdown()) {
          socket.setSoLinger(true, 0); // as when a firewall drops it: no polite end
        }
        socket.close();
      } catch (IOException e) {
        // it is gone already
      }
    }
  }
}
