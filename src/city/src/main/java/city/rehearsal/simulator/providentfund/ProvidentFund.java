package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The provident-fund centre: its line, the clerk who answers, and the ledger of what was asked. */
public final class ProvidentFund implements Department {
  private final Ledger ledger;
  private final Door door;

  /**
   * Moves into {@code office}.
   *
   * @param folder for its ledger
   * @param keys what it shares with the hub, one {@code id:secret} a line
   */
  public ProvidentFund(DepartmentContext context, Path folder, String keys) throws IOException {
    ledger = new Ledger(folder.resolve("asked.jsonl"), context.store());
    ReservedPort port = new ReservedPort(folder.resolve("port"));
    Seal seal = new Seal(keys);
    Clerk clerk = new Clerk(ledger, context.clock(), new Statement(ledger, context));
    door = new Door(port.number(), new Exchange(seal, clerk, context.faults()));
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(URI.create("tcp://127.0.0.1:" + door.port()));
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.WRONG_MAC,
        FaultKind.LENGTH_LIES,
        FaultKind.OTHER_ID,
        FaultKind.LATE_RESULT,
        FaultKind.MISSING_LINE,
        FaultKind.DOUBLED_LINE,
        FaultKind.UNKNOWN_LINE,
        FaultKind.WRONG_DIGEST,
        FaultKind.HALF_FILE);
  }

  @Override
  public void start() {
    door.open();
  }

  @Override
  public void close() throws IOException {
    door.close();
    ledger.close();
  }
}
