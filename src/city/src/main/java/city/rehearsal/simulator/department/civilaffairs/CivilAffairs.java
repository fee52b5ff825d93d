package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.protocol.database.DatabaseProxy;
import city.rehearsal.simulator.protocol.database.DatabaseSettings;
import city.rehearsal.simulator.protocol.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Civil affairs: its exchange database, and what works on the rows there. */
public final class CivilAffairs implements Department {
  private static final DatabaseProxy.FaultTargets FAULT_TARGETS =
      new DatabaseProxy.FaultTargets(
          "ex_apply_in, ex_withdraw_in",
          "insert into \"ex_",
          "update \"ex_result_out\" set picked_at");

  private final EmbeddedDatabase database;
  private final DatabaseProxy proxy;
  private final TableWorker worker;
  private final URI address;

  /**
   * @param folder where its database keeps its files
   * @param binaries where the database's program is unpacked to
   * @param caller {@code user:password} of the hub
   */
  public CivilAffairs(DepartmentContext context, Path folder, Path binaries, String caller)
      throws IOException {
    database =
        new EmbeddedDatabase(folder, binaries, DatabaseSettings.of("exchange", schema(), caller));
    proxy =
        new DatabaseProxy(context.backEnd() + "-proxy", database, context.faults(), FAULT_TARGETS);
    worker = new TableWorker(context, database);
    address = proxy.start(new ReservedPort(folder.resolve("port")).number());
  }

  /** The tables of agreement 3.0, and what the hub's account may do with them. */
  private static String schema() throws IOException {
    try (InputStream file = CivilAffairs.class.getResourceAsStream("civil-affairs.sql")) {
      if (file == null) {
        throw new IOException("civil-affairs.sql is not on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
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
    kinds.remove(FaultKind.DOCTYPE); // a row is not a document
    return kinds;
  }

  @Override
  public void start() throws IOException {
    if (database.usedBefore()) {
      database.open(); // there may be rows that the last process has not read
    }
    worker.start();
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    worker.close();
    database.close();
  }
}
