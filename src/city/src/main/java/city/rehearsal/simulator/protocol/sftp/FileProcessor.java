package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.Submission;
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

/** Takes the files that are complete, and publishes result files when they are due. */
final class FileProcessor implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(FileProcessor.class);
  private static final long POLL_MILLIS = 200;
  private static final String RESULT = "JG";
  private static final String REFUSAL = "JJ";

  private final DepartmentContext context;
  private final FileStore files;
  private final FileFormat format;
  private final FileRegister register;
  private final ResultFiles resultFiles;
  private final Thread thread;
  private final Map<String, Long> again = new HashMap<>();
  private volatile boolean open = true;

  FileProcessor(
      DepartmentContext context, FileStore files, FileFormat format, FileRegister register) {
    this.context = context;
    this.files = files;
    this.format = format;
    this.register = register;
    this.resultFiles = new ResultFiles(format, context.faults());
    this.thread = new Thread(this::work, context.backEnd() + "-files");
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    while (open) {
      try {
        poll();
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("the files are processed again later: {}", e.toString());
      }
    }
  }

  private void poll() throws IOException {
    for (String name : files.arrived()) {
      take(name);
    }
    for (String name : files.unanswered()) {
      answer(name);
    }
    for (Map.Entry<String, Long> due : List.copyOf(again.entrySet())) {
      if (System.nanoTime() >= due.getValue()) {
        again.remove(due.getKey());
        publish(due.getKey());
      }
    }
  }

  private void take(String name) throws IOException {
    byte[] file = files.read(name);
    if (context.faults().on(FaultKind.GARBLED).isPresent()) {
      file = format.garbled(file);
    }
    Optional<byte[]> before = files.taken(name);
    try {
      if (before.isPresent() && !Arrays.equals(before.get(), file)) {
        throw format.repeated();
      }
      if (before.isEmpty()) {
        List<Submission> lines = format.read(name, file);
        files.keep(name, file); // after a kill here the file is still there and is read again
        register.take(lines);
      }
    } catch (FileException e) {
      files.publish(REFUSAL + name, format.refusal(name, e));
    }
    files.remove(name);
  }

  private void answer(String name) throws IOException {
    List<Submission> lines = lines(name);
    register.take(lines); // after a kill the lines may not be stored yet
    if (register.due(lines).isAfter(context.clock().now())) {
      return;
    }
    register.decide(lines);
    files.markAnswered(name);
    Optional<Injection> late = context.faults().on(FaultKind.LATE_RESULT);
    if (late.isPresent()) {
      in(late.get().millis(), name);
    } else {
      publish(name);
    }
  }

  private void publish(String name) throws IOException {
    ResultFiles.Written written = resultFiles.write(name, register.results(lines(name)));
    files.publish(RESULT + name, written.bytes());
    if (written.againAfterMillis() > 0) {
      in(written.againAfterMillis(), name);
    }
  }

  private void in(long millis, String name) {
    again.put(name, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private List<Submission> lines(String name) throws IOException {
    try {
      return format.read(name, files.taken(name).orElseThrow());
    } catch (FileException e) {
      throw new IOException("a file that was taken cannot be read", e);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
