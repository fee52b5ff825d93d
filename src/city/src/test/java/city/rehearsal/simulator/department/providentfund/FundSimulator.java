package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The provident-fund centre alone, without the other departments, which take long to start. */
public final class FundSimulator implements AutoCloseable {
  public static final String SECRET = "s3cret";

  private final Path folder;
  private final String keys;
  private ApplicationStore store;
  private BusinessClock clock;
  private Faults faults;
  private ProvidentFund fund;

  public FundSimulator(Path folder) throws IOException {
    this(folder, "K1:" + SECRET);
  }

  public FundSimulator(Path folder, String keys) throws IOException {
    this.folder = folder;
    this.keys = keys;
    start();
  }

  public void start() throws IOException {
    store = new ApplicationStore(folder.resolve("book.jsonl"));
    clock = new BusinessClock(folder.resolve("clock.json"));
    faults = new Faults();
    DepartmentContext context =
        new DepartmentContext("provident-fund", store, clock, faults, null, null);
    fund = new ProvidentFund(context, folder.resolve("fund"), keys);
    fund.start();
  }

  public URI address() {
    return fund.ownAddress().orElseThrow();
  }

  public List<StoredMessage> book() {
    return store.all();
  }

  public void clock(String business) {
    clock.set(
        new BusinessClock.Anchor(Instant.now(), OffsetDateTime.parse(business).toInstant(), 1));
  }

  /** The next call, or the next statement, goes wrong so. */
  public void fault(String word) {
    faults.activate(new Faults.Setting(FaultKind.of(word), 1, null, 300L, null));
  }

  @Override
  public void close() throws IOException {
    fund.close();
    store.close();
  }
}
