package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.civilaffairs.Schema.Caller;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Civil affairs' side: its exchange database, the line that leads to it, and its office. */
public final class CivilAffairs implements Department {
  private final Database database;
  private final Line line;
  private final Desk desk;
  private final URI address;

  /**
   * @param folder where its database keeps its files
   * @param binaries where the database's program is unpacked to
   * @param caller {@code user:password} of the hub
   */
  public CivilAffairs(DepartmentContext context, Path folder, Path binaries, String caller)
      throws IOException {
    database = new Database(folder, binaries, Caller.of(caller));
    line = new Line(new ReservedPort(folder.resolve("port")), database, context.faults());
    desk = new Desk(context, database);
    address = line.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public Set<FaultKind> faults() {
    Set<FaultKind> kinds =
        FaultKind.callsAnd(
            FaultKind.DUPLICATE_RESULT,
            FaultKind.LATE_RESULT,
            FaultKind.LOST_ACKNOWLEDGEMENT,
            FaultKind.MISSING_LINE,
            FaultKind.UNKNOWN_LINE,
            FaultKind.CONTRADICTING_LINE,
            FaultKind.WRONG_DIGEST,
            FaultKind.UNKNOWN_CODE,
            FaultKind.WRONG_COUNT,
            FaultKind.LOCKED,
            FaultKind.RESTART);
    kinds.remove(FaultKind.DOCTYPE); // a row is no document
    return kinds;
  }

  @Override
  public void start() throws IOException {
    if (database.usedBefore()) {
      database.open(); // there may be rows that nobody has worked on
    }
    desk.start();
  }

  @Override
  public void close() throws IOException {
    line.close();
    desk.close();
    database.close();
  }
}
