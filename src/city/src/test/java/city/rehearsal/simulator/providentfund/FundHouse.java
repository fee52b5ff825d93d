package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.FaultKind;
import city.rehearsal.simulator.office.Faults;
import city.rehearsal.simulator.office.Office;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The provident-fund centre alone, without the other departments, which take long to start. */
public final class FundHouse implements AutoCloseable {
  public static final String SECRET = "s3cret";

  private final Path folder;
  private final String keys;
  private Book book;
  private BusinessClock clock;
  private Faults faults;
  private ProvidentFund fund;

  public FundHouse(Path folder) throws IOException {
    this(folder, "K1:" + SECRET);
  }

  public FundHouse(Path folder, String keys) throws IOException {
    this.folder = folder;
    this.keys = keys;
    start();
  }

  public void start() throws IOException {
    book = new Book(folder.resolve("book.jsonl"));
    clock = new BusinessClock(folder.resolve("clock.json"));
    faults = new Faults();
    Office office = new Office("provident-fund", book, clock, faults, null, null);
    fund = new ProvidentFund(office, folder.resolve("fund"), keys);
    fund.start();
  }

  public URI address() {
    return fund.ownDoor().orElseThrow();
  }

  public List<Entry> book() {
    return book.all();
  }

  public void clock(String business) {
    clock.set(
        new BusinessClock.Anchor(Instant.now(), OffsetDateTime.parse(business).toInstant(), 1));
  }

  /** The next call, or the next statement, goes wrong so. */
  public void fault(String word) {
    faults.order(new Faults.Order(FaultKind.of(word), 1, null, 300L, null));
  }

  @Override
  public void close() throws IOException {
    fund.close();
    book.close();
  }
}
