package city.tongban.intake;

import city.tongban.canonical.Outage;
import city.tongban.cases.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How many applications are taken in at once. Without a limit a flood of new cases would take the
 * machine from those that are already here: receipts would be quick and nothing would arrive. When
 * the lanes are behind, fewer are taken in; who would wait too long is asked to come later, and so
 * is everybody when the disk is nearly full.
 */
@Component
class AdmissionControl {
  private static final Logger LOG = LoggerFactory.getLogger(AdmissionControl.class);

  /** Who waits holds a thread of the server; the others are for results and for the console. */
  private static final int WAITING_MAX = 32;

  /** With those who wait fewer than {@code server.tomcat.threads.max}, on a machine of any size. */
  private static final int INSIDE_MAX = 24;

  private final Semaphore wide;
  private final Semaphore narrow;
  private final Backlog backlog;
  private final AdmissionProperties settings;
  private final Path data;
  private volatile boolean full;

  AdmissionControl(Backlog backlog, AdmissionProperties settings, @Value("${hub.data}") Path data) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.wide = new Semaphore(inside(processors), true);
    this.narrow = new Semaphore(insideWhenBehind(processors), true);
    this.backlog = backlog;
    this.settings = settings;
    this.data = data;
  }

  static int inside(int processors) {
    return Math.min(4 * processors, INSIDE_MAX);
  }

  static int insideWhenBehind(int processors) {
    return Math.max(1, Math.min(processors / 2, INSIDE_MAX));
  }

  /** Does the work when it is its turn; an {@link Outage} asks the sender to come again. */
  <T> T admit(Supplier<T> work) {
    Optional<Outage> closed = closed();
    if (closed.isPresent()) {
      throw closed.get();
    }
    Semaphore door = door();
    enter(door);
    try {
      return work.get();
    } finally {
      door.release();
    }
  }

  /** Why whoever comes now is asked to come later, whatever he brings; empty when he may wait. */
  Optional<Outage> closed() {
    if (full) {
      return Optional.of(
          Outage.of("HUB-1035", "the hub's disk is nearly full, so nothing is taken in")
              .because("what it has already must not be put at risk")
              .fix("send the same message again later, with the same id"));
    }
    return door().getQueueLength() < WAITING_MAX ? Optional.empty() : Optional.of(busy());
  }

  private Semaphore door() {
    return backlog.due() > settings.backlogMax() ? narrow : wide;
  }

  private void enter(Semaphore door) {
    try {
      if (door.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw busy();
  }

  private static Outage busy() {
    return Outage.of("HUB-1034", "the hub is busy and takes no more in at this moment")
        .because("what is here already is carried on first")
        .fix("send the same message again after the time that Retry-After says, with the same id");
  }

  @Scheduled(fixedDelay = 1000)
  void lookAtTheDisk() {
    boolean before = full;
    full = usable() < settings.diskReserve().toBytes();
    if (full != before) {
      LOG.warn(
          full
              ? "HUB-1035: less than {} are left on the disk; nothing is taken in"
              : "there are {} on the disk again; the doors are open",
          settings.diskReserve());
    }
  }

  private long usable() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      LOG.warn("the disk does not say how full it is: {}", e.toString());
      return Long.MAX_VALUE;
    }
  }
}
