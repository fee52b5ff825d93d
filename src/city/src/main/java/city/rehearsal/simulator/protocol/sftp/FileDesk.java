package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults.Injection;
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
final class FileDesk implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
  private static final long LOOK_EVERY_MILLIS = 200;
  private static final String RESULT = "JG";
  private static final String REFUSAL = "JJ";

  private final DepartmentContext context;
  private final Cabinet cabinet;
  private final FileForm form;
  private final FileRegister register;
  private final Answering answering;
  private final Thread thread;
  private final Map<String, Long> again = new HashMap<>();
  private volatile boolean open = true;

  FileDesk(DepartmentContext context, Cabinet cabinet, FileForm form, FileRegister register) {
    this.context = context;
    this.cabinet = cabinet;
    this.form = form;
    this.register = register;
    this.answering = new Answering(form, context.faults());
    this.thread = new Thread(this::work, context.backEnd() + "-desk");
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
    if (context.faults().on(FaultKind.GARBLED).isPresent()) {
      file = form.garbled(file);
    }
    Optional<byte[]> before = cabinet.taken(name);
    try {
      if (before.isPresent() && !Arrays.equals(before.get(), file)) {
        throw form.repeated();
      }
      if (before.isEmpty()) {
        List<Slip> slips = form.read(name, file);
        cabinet.keep(name, file); // a kill here leaves the file: it is read again
        register.take(slips);
      }
    } catch (FileError e) {
      cabinet.lay(REFUSAL + name, form.refusal(name, e));
    }
    cabinet.clear(name);
  }

  private void answer(String name) throws IOException {
    List<Slip> slips = slips(name);
    register.take(slips); // once is enough; after a kill it may not have happened
    if (register.due(slips).isAfter(context.clock().now())) {
      return;
    }
    register.decide(slips);
    cabinet.markAnswered(name);
    Optional<Injection> late = context.faults().on(FaultKind.LATE_RESULT);
    if (late.isPresent()) {
      in(late.get().millis(), name);
    } else {
      lay(name);
    }
  }

  private void lay(String name) throws IOException {
    Answering.Written written = answering.results(name, register.outcomes(slips(name)));
    cabinet.lay(RESULT + name, written.bytes());
    if (written.againAfterMillis() > 0) {
      in(written.againAfterMillis(), name);
    }
  }

  private void in(long millis, String name) {
    again.put(name, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private List<Slip> slips(String name) throws IOException {
    try {
      return form.read(name, cabinet.taken(name).orElseThrow());
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
