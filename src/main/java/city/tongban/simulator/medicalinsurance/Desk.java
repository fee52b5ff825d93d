package city.tongban.simulator.medicalinsurance;

import city.tongban.simulator.office.FaultKind;
import city.tongban.simulator.office.Faults.Strike;
import city.tongban.simulator.office.Office;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the folder all day: takes what is whole, and lays answers ready when their day comes.
 */
final class Desk implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final String RESULT = "JG";
  private static final String REFUSAL = "JJ";

  private final Office office;
  private final Cabinet cabinet;
  private final Register register;
  private final OutFile out;
  private final Thread thread = new Thread(this::work, "medical-insurance-desk");
  private final Map<String, Long> again = new HashMap<>();
  private volatile boolean open = true;

  Desk(Office office, Cabinet cabinet) {
    this.office = office;
    this.cabinet = cabinet;
    this.register = new Register(office.book(), office.clock());
    this.out = new OutFile(office.faults());
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    while (open) {
      try {
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("the desk stumbled and goes on: {}", e.toString());
      }
    }
  }

  private void look() throws IOException {
    for (String name : cabinet.arrived()) {
      take(name);
    }
    for (String name : cabinet.unanswered()) {
      answer(name);
    }
    for (Map.Entry<String, Long> due : List.copyOf(again.entrySet())) {
      if (System.nanoTime() >= due.getValue()) {
        again.remove(due.getKey());
        lay(due.getKey());
      }
    }
  }

  private void take(String name) throws IOException {
    byte[] file = cabinet.read(name);
    if (office.faults().on(FaultKind.GARBLED).isPresent()) {
      file[file.length / 3] ^= 1; // their disk has lost a bit
    }
    Optional<byte[]> before = cabinet.taken(name);
    try {
      if (before.isPresent() && !Arrays.equals(before.get(), file)) {
        throw new FileError("04", "文件名重复且内容不同");
      }
      if (before.isEmpty()) {
        List<InLine> lines = InFile.read(name, file);
        cabinet.keep(name, file); // a kill here leaves the file: it is read again
        register.take(lines);
      }
    } catch (FileError e) {
      cabinet.lay(REFUSAL + name, out.refusal(name, e));
    }
    cabinet.clear(name);
  }

  private void answer(String name) throws IOException {
    List<InLine> lines = lines(name);
    register.take(lines); // once is enough; after a kill it may not have happened
    if (register.due(lines).isAfter(office.clock().now())) {
      return;
    }
    register.decide(lines);
    cabinet.markAnswered(name);
    Optional<Strike> late = office.faults().on(FaultKind.LATE_RESULT);
    if (late.isPresent()) {
      in(late.get().millis(), name);
    } else {
      lay(name);
    }
  }

  private void lay(String name) throws IOException {
    List<Outcome> outcomes = register.outcomes(lines(name));
    OutFile.Written written = out.results(name, outcomes);
    cabinet.lay(RESULT + name, written.bytes());
    if (written.againAfterMillis() > 0) {
      in(written.againAfterMillis(), name);
    }
  }

  private void in(long millis, String name) {
    again.put(name, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private List<InLine> lines(String name) throws IOException {
    try {
      return InFile.read(name, cabinet.taken(name).orElseThrow());
    } catch (FileError e) {
      throw new IOException("a file that was taken cannot be read", e);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
