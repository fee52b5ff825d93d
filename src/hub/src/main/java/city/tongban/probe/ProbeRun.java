package city.tongban.probe;

import city.tongban.canonical.HubException;
import city.tongban.connector.CallFailures;
import city.tongban.probe.ProbeStep.Outcome;
import city.tongban.transport.Check;
import city.tongban.transport.Learned;
import city.tongban.transport.ProbeCause;
import city.tongban.transport.ProbeFailure;
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

/** The checks of one test as they are made: the first that fails, but for the clock, ends it. */
final class ProbeRun {
  private static final Map<String, ProbeCause> MEANING =
      Map.ofEntries(
          Map.entry("HUB-4020", ProbeCause.TRUST_HOST_KEY),
          Map.entry("HUB-4045", ProbeCause.TRUST_UNKNOWN),
          Map.entry("HUB-4040", ProbeCause.TRUST_UNKNOWN),
          Map.entry(CallFailures.UNSIGNED, ProbeCause.TRUST_UNSIGNED),
          Map.entry(CallFailures.CREDENTIAL, ProbeCause.CREDENTIAL_REFUSED),
          Map.entry("HUB-4046", ProbeCause.OURS_RAN_OUT),
          Map.entry("HUB-8007", ProbeCause.SECRET_MISSING),
          Map.entry("HUB-4041", ProbeCause.NO_QUEUE),
          Map.entry(CallFailures.UNREACHABLE, ProbeCause.NO_ANSWER),
          Map.entry(CallFailures.IN_DOUBT, ProbeCause.NO_ANSWER),
          Map.entry(CallFailures.BUSY, ProbeCause.ASKED_TO_WAIT));

  private final ExecutorService threads;
  private final Duration limit;
  private final Function<Throwable, HubException> meaning;
  private final Map<Check, ProbeStep> steps = new EnumMap<>(Check.class);
  private boolean over;

  /**
   * @param limit of each check; a name server can keep us waiting as a partner can
   * @param meaning reads the exceptions of the transport that is tested
   */
  ProbeRun(ExecutorService threads, Duration limit, Function<Throwable, HubException> meaning) {
    this.threads = threads;
    this.limit = limit;
    this.meaning = meaning;
  }

  ProbeRun then(Check check, Callable<Learned> looking) {
    if (over) {
      steps.putIfAbsent(check, new ProbeStep(check, Outcome.NOT_TRIED, null, null, 0));
      return this;
    }
    long began = System.nanoTime();
    try {
      Learned learned = inTime(check, looking);
      Outcome outcome = learned.applies() ? Outcome.OK : Outcome.NOT_APPLICABLE;
      steps.put(check, new ProbeStep(check, outcome, learned, null, since(began)));
    } catch (ProbeFailure failure) {
      fail(check, failure, since(began));
    }
    return this;
  }

  List<ProbeStep> steps() {
    return List.copyOf(steps.values());
  }

  private void fail(Check looking, ProbeFailure failure, long millis) {
    Check at = failure.check();
    steps.put(at, new ProbeStep(at, Outcome.FAILED, failure.learned(), failure.why(), millis));
    if (at != looking) {
      steps.putIfAbsent(looking, new ProbeStep(looking, Outcome.NOT_TRIED, null, null, 0));
    }
    over = at != Check.CLOCK;
  }

  private Learned inTime(Check check, Callable<Learned> looking) throws ProbeFailure {
    Future<Learned> learned = threads.submit(looking);
    try {
      return learned.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      learned.cancel(true);
      throw new ProbeFailure(check, ProbeCause.TOO_SLOW, Learned.of("waited", limit.toMillis()));
    } catch (InterruptedException e) {
      learned.cancel(true);
      Thread.currentThread().interrupt();
      throw new ProbeFailure(check, ProbeCause.OTHER, Learned.of("interrupted"));
    } catch (ExecutionException e) {
      throw meaning(check, e.getCause() == null ? e : e.getCause());
    }
  }

  private ProbeFailure meaning(Check check, Throwable thrown) {
    if (thrown instanceof ProbeFailure known) {
      return known;
    }
    if (ExceptionUtils.indexOfType(thrown, SocketTimeoutException.class) >= 0) {
      return new ProbeFailure(check, ProbeCause.NO_ANSWER, Learned.of("code", "time-out"));
    }
    HubException failure = meaning.apply(thrown);
    String code = failure.problem().code();
    ProbeCause cause =
        code.startsWith("HUB-90")
            ? ProbeCause.ANSWER_UNREADABLE
            : MEANING.getOrDefault(code, ProbeCause.OTHER);
    return new ProbeFailure(at(cause, check), cause, Learned.of("code", code));
  }

  /** A refusal belongs to what was refused, whenever it comes. */
  private static Check at(ProbeCause cause, Check check) {
    return switch (cause) {
      case TRUST_HOST_KEY, TRUST_UNKNOWN, TRUST_UNSIGNED -> Check.TRUST;
      case CREDENTIAL_REFUSED -> check == Check.RIGHTS ? Check.RIGHTS : Check.CREDENTIAL;
      case SECRET_MISSING, OURS_RAN_OUT -> Check.CREDENTIAL;
      case NO_QUEUE -> Check.RIGHTS;
      default -> check;
    };
  }

  private static long since(long began) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
