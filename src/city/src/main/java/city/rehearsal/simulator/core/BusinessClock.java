package city.rehearsal.simulator.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The time of the departments' business: opening hours, decisions, dates in answers. It is set over
 * the control port and kept over a restart.
 */
public final class BusinessClock {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant FIRST_MORNING = Instant.parse("2018-07-02T00:30:00Z");

  /** business = its anchor + (wall - wall anchor) * speed. */
  public record Anchor(Instant wall, Instant business, double speed) {
    public Anchor {
      if (!(speed >= 0 && speed < 1e6)) {
        throw new IllegalArgumentException("speed is a number from 0 up");
      }
    }
  }

  private final Path file;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile Anchor anchor;

  public BusinessClock(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      anchor = Json.MAPPER.readValue(file.toFile(), Anchor.class);
    } else {
      anchor = new Anchor(Instant.now(), FIRST_MORNING, 1);
      write(anchor);
    }
  }

  public Instant now() {
    Anchor a = anchor;
    double nanos = Duration.between(a.wall(), Instant.now()).toNanos() * a.speed();
    return a.business().plusNanos((long) nanos);
  }

  /** The local time now. */
  public OffsetDateTime local() {
    return local(now());
  }

  public static OffsetDateTime local(Instant instant) {
    return instant.atZone(SHANGHAI).toOffsetDateTime();
  }

  /** The local time as the departments write it in JSON, to the second. */
  public static String stamp(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        local(instant).truncatedTo(ChronoUnit.SECONDS));
  }

  /** Whether the local time of day is within these opening hours. */
  public boolean isBetween(LocalTime opens, LocalTime closes) {
    LocalTime now = local().toLocalTime();
    return !now.isBefore(opens) && now.isBefore(closes);
  }

  public double speed() {
    return anchor.speed();
  }

  public synchronized void set(Anchor changed) {
    write(changed);
    anchor = changed;
    watchers.forEach(Runnable::run);
  }

  public void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  /**
   * The wall time until the business clock shows {@code when}; a day at a time when the clock
   * stands still.
   */
  Duration wallUntil(Instant when) {
    Duration business = Duration.between(now(), when);
    double speed = speed();
    return speed == 0 && !business.isNegative()
        ? Duration.ofDays(1)
        : Duration.ofMillis(
            (long) Math.min(business.toMillis() / Math.max(speed, 1e-6), 86_400_000) + 1);
  }

  private void write(Anchor anchor) {
    try {
      Path fresh =
          Files.writeString(
              file.resolveSibling("clock.new"), Json.MAPPER.writeValueAsString(anchor));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the business clock cannot be written to its file", e);
    }
  }
}
