package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.FaultKind;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.OwnPort;
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
  public ProvidentFund(Office office, Path folder, String keys) throws IOException {
    ledger = new Ledger(folder.resolve("asked.jsonl"), office.book());
    OwnPort port = new OwnPort(folder.resolve("port"));
    Seal seal = new Seal(keys);
    Clerk clerk = new Clerk(ledger, office.clock(), new Statement(ledger, office));
    door = new Door(port.number(), new Exchange(seal, clerk, office.faults()));
  }

  @Override
  public Optional<URI> ownDoor() {
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
