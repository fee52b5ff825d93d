package city.tongban.intake;

import city.tongban.canonical.Outage;
import city.tongban.cases.Backlog;
import city.tongban.concurrent.Bulkhead;
import city.tongban.node.NodeProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits how many applications are accepted at the same time. Without a limit many new cases would
 * take the machine from cases that are already accepted. When the lanes are behind, fewer are
 * accepted; a sender that would wait too long gets 503, and so does every sender when the disk is
 * nearly full.
 */
@Component
class AdmissionControl {
  private static final Logger LOG = LoggerFactory.getLogger(AdmissionControl.class);

  /** A message that waits holds a thread of the server; results and the console need the others. */
  private static final int WAITING_MAX = 32;

  /**
   * Together with the waiting messages, fewer than {@code server.tomcat.threads.max}, on any
   * machine.
   */
  private static final int INSIDE_MAX = 24;

  private final Bulkhead normal;
  private final Bulkhead whenBehind;
  private final Backlog backlog;
  private final AdmissionProperties settings;
  private final Path data;
  private volatile boolean full;

  AdmissionControl(Backlog backlog, AdmissionProperties settings, NodeProperties node) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.normal = new Bulkhead(inside(processors), settings.waitMax());
    this.whenBehind = new Bulkhead(insideWhenBehind(processors), settings.waitMax());
    this.backlog = backlog;
    this.settings = settings;
    this.data = node.data();
  }

  static int inside(int processors) {
    return Math.min(4 * processors, INSIDE_MAX);
  }

  static int insideWhenBehind(int processors) {
    return Math.max(1, Math.min(processors / 2, INSIDE_MAX));
  }

  /**
   * Does the work when there is capacity for it.
   *
   * @throws Outage when there is none in time: the sender is asked to send again later
   */
  <T> T admit(Supplier<T> work) {
    Optional<Outage> closed = closed();
    if (closed.isPresent()) {
      throw closed.get();
    }
    return bulkhead().call(work, AdmissionControl::busy);
  }

  /** Why any message is refused now, whatever its content; empty when it may wait. */
  Optional<Outage> closed() {
    if (full) {
      return Optional.of(
          Outage.of("HUB-1035", "the hub's disk is nearly full, so it accepts no messages")
              .because("the cases that are already stored come first")
              .fix("send the same message again later, with the same id"));
    }
    return bulkhead().waiting() < WAITING_MAX ? Optional.empty() : Optional.of(busy());
  }

  private Bulkhead bulkhead() {
    return backlog.due() > settings.backlogMax() ? whenBehind : normal;
  }

  private static Outage busy() {
    return Outage.of("HUB-1034", "the hub is busy and accepts no more messages at this moment")
        .because("cases that are already accepted are processed first")
        .fix("send the same message again after the time in Retry-After, with the same id");
  }

  @Scheduled(fixedDelay = 1000)
  void checkDisk() {
    boolean before = full;
    full = usable() < settings.diskReserve().toBytes();
    if (full != before) {
      LOG.warn(
          full
              ? "HUB-1035: less than {} is free on the disk; the hub accepts no messages"
              : "at least {} are free on the disk again; messages are taken in",
          settings.diskReserve());
    }
  }

  private long usable() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      LOG.warn("the free space of the disk cannot be read: {}", e.toString());
      return Long.MAX_VALUE;
    }
  }
}
