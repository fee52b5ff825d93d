package city.tongban.probe;

import city.tongban.canonical.HubException;
import city.tongban.connector.CallFailures;
import city.tongban.probe.ProbeStep.Outcome;
import city.tongban.transport.CheckFailedException;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * The checks of one test as they are made; the first failure ends the test, except one of the clock
 * check.
 */
final class ProbeRun {
  private static final Map<String, CheckFailureCause> MEANING =
      Map.ofEntries(
          Map.entry("HUB-4020", CheckFailureCause.TRUST_HOST_KEY),
          Map.entry("HUB-4045", CheckFailureCause.TRUST_UNKNOWN),
          Map.entry("HUB-4040", CheckFailureCause.TRUST_UNKNOWN),
          Map.entry(CallFailures.UNSIGNED, CheckFailureCause.TRUST_UNSIGNED),
          Map.entry(CallFailures.CREDENTIAL, CheckFailureCause.CREDENTIAL_REFUSED),
          Map.entry("HUB-4046", CheckFailureCause.OURS_RAN_OUT),
          Map.entry("HUB-8007", CheckFailureCause.SECRET_MISSING),
          Map.entry("HUB-4041", CheckFailureCause.NO_QUEUE),
          Map.entry(CallFailures.UNREACHABLE, CheckFailureCause.NO_ANSWER),
          Map.entry(CallFailures.IN_DOUBT, CheckFailureCause.NO_ANSWER),
          Map.entry(CallFailures.BUSY, CheckFailureCause.ASKED_TO_WAIT));

  private final ExecutorService threads;
  private final Duration limit;
  private final Function<Throwable, HubException> meaning;
  private final Map<CheckKind, ProbeStep> steps = new EnumMap<>(CheckKind.class);
  private boolean over;

  /**
   * Creates a run.
   *
   * @param limit of each check; a name server can be slow as a department can
   * @param meaning reads the exceptions of the transport that is tested
   */
  ProbeRun(ExecutorService threads, Duration limit, Function<Throwable, HubException> meaning) {
    this.threads = threads;
    this.limit = limit;
    this.meaning = meaning;
  }

  ProbeRun then(CheckKind check, Callable<CheckResult> looking) {
    if (over) {
      steps.putIfAbsent(check, new ProbeStep(check, Outcome.NOT_TRIED, null, null, 0));
      return this;
    }
    long began = System.nanoTime();
    try {
      CheckResult learned = inTime(check, looking);
      Outcome outcome = learned.applies() ? Outcome.OK : Outcome.NOT_APPLICABLE;
      steps.put(check, new ProbeStep(check, outcome, learned, null, since(began)));
    } catch (CheckFailedException failure) {
      fail(check, failure, since(began));
    }
    return this;
  }

  List<ProbeStep> steps() {
    return List.copyOf(steps.values());
  }

  private void fail(CheckKind looking, CheckFailedException failure, long millis) {
    CheckKind at = failure.check();
    steps.put(at, new ProbeStep(at, Outcome.FAILED, failure.learned(), failure.why(), millis));
    if (at != looking) {
      steps.putIfAbsent(looking, new ProbeStep(looking, Outcome.NOT_TRIED, null, null, 0));
    }
    over = at != CheckKind.CLOCK;
  }

  private CheckResult inTime(CheckKind check, Callable<CheckResult> looking)
      throws CheckFailedException {
    Future<CheckResult> learned = threads.submit(looking);
    try {
      return learned.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      learned.cancel(true);
      throw new CheckFailedException(
          check, CheckFailureCause.TOO_SLOW, CheckResult.of("waited", limit.toMillis()));
    } catch (InterruptedException e) {
      learned.cancel(true);
      Thread.currentThread().interrupt();
      throw new CheckFailedException(check, CheckFailureCause.OTHER, CheckResult.of("interrupted"));
    } catch (ExecutionException e) {
      throw meaning(check, e.getCause() == null ? e : e.getCause());
    }
  }

  private CheckFailedException meaning(CheckKind check, Throwable thrown) {
    if (thrown instanceof CheckFailedException known) {
      return known;
    }
    if (ExceptionUtils.indexOfType(thrown, SocketTimeoutException.class) >= 0) {
      return new CheckFailedException(
          check, CheckFailureCause.NO_ANSWER, CheckResult.of("code", "time-out"));
    }
    HubException failure = meaning.apply(thrown);
    String code = failure.problem().code();
    CheckFailureCause cause =
        code.startsWith("HUB-90")
            ? CheckFailureCause.ANSWER_UNREADABLE
            : MEANING.getOrDefault(code, CheckFailureCause.OTHER);
    return new CheckFailedException(at(cause, check), cause, CheckResult.of("code", code));
  }

  /** The check that a failure belongs to: a refusal may show during another check. */
  private static CheckKind at(CheckFailureCause cause, CheckKind check) {
    return switch (cause) {
      case TRUST_HOST_KEY, TRUST_UNKNOWN, TRUST_UNSIGNED -> CheckKind.TRUST;
      case CREDENTIAL_REFUSED ->
          check == CheckKind.RIGHTS ? CheckKind.RIGHTS : CheckKind.CREDENTIAL;
      case SECRET_MISSING, OURS_RAN_OUT -> CheckKind.CREDENTIAL;
      case NO_QUEUE -> CheckKind.RIGHTS;
      default -> check;
    };
  }

  private static long since(long began) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
