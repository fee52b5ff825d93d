package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.partner.ApiEndpoints;
import city.tongban.partner.Partner;
import city.tongban.partner.RequestRejected;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records a refused message: a trace step when its sender is known and it could be read, a count in
 * any case. It never consumes the sender's id, so that the corrected message may carry it.
 */
@Component
public class RefusalRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);

  private final RefusalCounts counts;
  private final IntakeMetrics meters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final MessageSampler sampler = new MessageSampler();

  RefusalRecorder(
      RefusalCounts counts,
      IntakeMetrics meters,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.counts = counts;
    this.meters = meters;
    this.events = events;
    this.transactions = transactions;
  }

  /** Records a readable message of a known sender. */
  RefusedMessageException read(
      ParsedMessage message, List<Problem> found, @Nullable CaseNumber about) {
    List<Problem> problems = message.atSendersPaths(found);
    meters.refused(problems.get(0).code());
    TraceStep stop = stop(message, problems, about);
    try {
      transactions.executeWithoutResult(
          tx -> {
            events.publishEvent(new StepRecorded(stop));
            counts.now(message.sender().id(), problems.get(0).code());
          });
      return new RefusedMessageException(problems, stop.id());
    } catch (DataAccessException | TransactionException e) {
      // the sender gets its answer in any case; nothing else of the message was to be stored
      LOG.error("a refusal could not be written to the trail", e);
      counts.later(message.sender().id(), problems.get(0).code());
      return new RefusedMessageException(problems, null);
    }
  }

  /** Parses a message of a known sender, or refuses one that cannot be read. */
  <T> T orRefused(Partner sender, IncomingMessage incoming, Supplier<T> parsing) {
    try {
      return parsing.get();
    } catch (Refusal refusal) {
      String code = refusal.problem().code();
      count(sender.id(), code);
      sampler.show(sender.id(), code, incoming.body());
      throw new RefusedMessageException(List.of(refusal.problem()), null);
    }
  }

  /** Writes the counts that wait in memory, before a caller reads the totals. */
  public void settle() {
    counts.flush();
  }

  /** Counts a request that an endpoint rejected before it was read. */
  @EventListener
  void hear(RequestRejected away) {
    if (away.method().equals("POST") && isOurs(away.path())) {
      count(away.source(), away.code());
    }
  }

  private static boolean isOurs(String path) {
    return path.startsWith("/api/v1/cases")
        || path.startsWith("/api/v1/queries")
        || ApiEndpoints.isSoap(path);
  }

  private void count(String source, String code) {
    meters.refused(code);
    counts.later(source, code);
  }

  private static TraceStep stop(
      ParsedMessage message, List<Problem> problems, @Nullable CaseNumber about) {
    TraceStep.Builder stop =
        TraceStep.at("intake", "refused")
            .with(message.sender().id())
            .in(message.payload())
            .problem(problems.get(0))
            .detail(problems.size() == 1 ? null : MessageKey.PROBLEM_COUNT.with(problems.size()));
    return about == null ? stop.build() : stop.of(about).build();
  }
}
