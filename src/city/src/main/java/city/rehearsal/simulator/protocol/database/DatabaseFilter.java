package city.rehearsal.simulator.protocol.database;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.database.CallerStatements.Piece;
import city.rehearsal.simulator.protocol.tcp.TcpProxy;
import city.rehearsal.simulator.protocol.tcp.TransferFaults;
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

/** Passes a caller's connection on both ways, and breaks it where a fault says so. */
final class DatabaseFilter implements TcpProxy.Filter {
  /** The faults that occur before the row is in. */
  private static final List<FaultKind> BEFORE =
      List.of(
          FaultKind.DOWN,
          FaultKind.RESET,
          FaultKind.WRONG_CREDENTIAL,
          FaultKind.BUSY,
          FaultKind.LOCKED,
          FaultKind.RESTART);

  private final Socket caller;
  private final Faults faults;
  private final DatabaseIncidents incidents;
  private final DatabaseProxy.FaultTargets targets;
  private final TransferFaults transfers;
  private boolean insertOpen;
  private boolean silent;

  DatabaseFilter(
      Socket caller,
      Faults faults,
      DatabaseIncidents incidents,
      DatabaseProxy.FaultTargets targets) {
    this.caller = caller;
    this.faults = faults;
    this.incidents = incidents;
    this.targets = targets;
    this.transfers = new TransferFaults(faults);
  }

  @Override
  public void toServer(InputStream from, OutputStream to) throws IOException, InterruptedException {
    CallerStatements statements =
        new CallerStatements(new DataInputStream(new BufferedInputStream(from)), targets);
    for (Piece piece = statements.next(); piece != null; piece = statements.next()) {
      strike(piece.kind());
      to.write(piece.bytes());
      to.flush();
    }
  }

  private void strike(CallerStatements.Kind kind) throws IOException, InterruptedException {
    switch (kind) {
      case INSERT -> {
        insertOpen = true;
        Optional<Injection> before = faults.onAny(BEFORE);
        if (before.isPresent()) {
          strikeBefore(before.get());
        }
      }
      case COMMIT -> {
        if (insertOpen) {
          transfers.sent();
        }
        insertOpen = false;
      }
      case MARK -> transfers.acknowledged();
      case OTHER -> {
        // no fault is about other statements
      }
    }
  }

  private void strikeBefore(Injection fault) throws IOException, InterruptedException {
    switch (fault.kind()) {
      case LOCKED -> incidents.lock(fault.millis());
      case RESTART -> incidents.restart();
      case WRONG_CREDENTIAL -> endSession("28P01", "password authentication failed");
      case BUSY -> endSession("53300", "too many connections");
      default -> throw new IOException("fault: break before the row is in");
    }
  }

  /** Ends the session with an error message, as the server does. */
  private void endSession(String state, String sentence) throws IOException {
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
    caller.shutdownOutput(); // a reset would overtake the message
    throw new IOException("fault: the session ends");
  }

  @Override
  public void toCaller(InputStream from, OutputStream to) throws IOException, InterruptedException {
    byte[] bytes = new byte[8192];
    for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
      silent |= !transfers.passesConfirmation();
      if (!silent) { // after one swallowed answer nothing else comes on this connection
        to.write(bytes, 0, n);
        to.flush();
      }
    }
  }
}
