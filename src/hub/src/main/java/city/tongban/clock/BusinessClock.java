package city.tongban.clock;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells business time, which decides opening hours, deadlines and validity, and wall time, which
 * decides time-outs, back-off and leases.
 *
 * <p>Business time never runs backwards: not by a step, not when another node steps it while we
 * hold an older row, not when the machine's clock is set back.
 */
@Component
public class BusinessClock {
  /** Business dates are the city's. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** How old a row may be that we tell time by; another node may have stepped the clock since. */
  private static final long REREAD_NANOS = Duration.ofMillis(500).toNanos();

  private final ClockTable rows;
  private final Clock wall;
  private final boolean production;
  private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
  private volatile @Nullable Held held;

  public BusinessClock(JdbcClient jdbc, Clock wall, Environment environment) {
    this.rows = new ClockTable(jdbc);
    this.wall = wall;
    this.production = environment.acceptsProfiles(Profiles.of("production"));
  }

  /** Both clocks, read together. */
  public record Reading(Instant business, Instant wall, double speed) {}

  private record Held(ClockRow row, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < REREAD_NANOS;
    }
  }

  public Instant wall() {
    return wall.instant();
  }

  public Instant business() {
    return reading().business();
  }

  /** The business date in the city. */
  public LocalDate today() {
    return business().atZone(ZONE).toLocalDate();
  }

  public Reading reading() {
    ClockRow row = row();
    Instant now = wall();
    Instant business = row.at(now);
    return new Reading(
        latest.accumulateAndGet(business, (a, b) -> a.isAfter(b) ? a : b), now, row.speed());
  }

  /** Sets the clock of an empty database; one that has a clock keeps it. */
  public void startAt(Instant business) {
    refuseInProduction();
    rows.insert(now(), micros(business));
    held = null;
  }

  /** Sets the clock of an empty database to real time; one that has a clock keeps it. */
  public void startAtRealTime() {
    Instant now = now();
    rows.insert(now, now);
    held = null;
  }

  /** Moves business time forward for all nodes. */
  public void step(Instant to) {
    refuseInProduction();
    row(); // a clock that was never started has nowhere to step from
    Instant there = micros(to);
    if (there.isBefore(latest.get()) || !rows.step(now(), there)) {
      throw Refusal.of("HUB-3010", "the business clock cannot go back")
          .because("it is later than the requested time already")
          .fix("read the time, then step to a later one");
    }
    held = null;
  }

  /** Lets business time run faster or slower than wall time from now on; 0 stops it. */
  public void speed(double speed) {
    refuseInProduction();
    if (!(speed >= 0 && speed <= 100_000)) {
      throw Refusal.of("HUB-1005", "the speed of the business clock must be from 0 to 100000");
    }
    row();
    rows.speed(now(), speed);
    held = null;
  }

  private ClockRow row() {
    Held now = held;
    if (now != null && now.fresh()) {
      return now.row();
    }
    ClockRow row = read(now);
    if (production && !row.real()) {
      throw Fault.of("HUB-3011", "the business clock of a production hub is real time")
          .because("the clock in its database was set or stepped for a rehearsal")
          .fix("give production a database of its own");
    }
    held = new Held(row, System.nanoTime());
    return row;
  }

  private ClockRow read(@Nullable Held old) {
    try {
      return rows.read()
          .orElseThrow(() -> new IllegalStateException("the business clock was not started"));
    } catch (DataAccessException e) {
      // who tells of a database that is away needs the time for it, and the row hardly ever changes
      if (old != null) {
        return old.row();
      }
      throw e;
    }
  }

  private void refuseInProduction() {
    if (production) {
      throw Refusal.of("HUB-3011", "the business clock of a production hub is real time")
          .because("the profile production is active")
          .fix("rehearse on another hub, without the profile production");
    }
  }

  private Instant now() {
    return micros(wall());
  }

  // what the database keeps: a row must read back as it was written
  private static Instant micros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
