package city.tongban.api;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a failure is called outside. What it is inside is for the log: no class name and no trace
 * goes out.
 */
@Component
class ExceptionTranslator {
  private static final Logger LOG = LoggerFactory.getLogger(ExceptionTranslator.class);

  private final ApplicationEventPublisher events;

  ExceptionTranslator(ApplicationEventPublisher events) {
    this.events = events;
  }

  Problem problem(Throwable failure) {
    if (failure instanceof HubException known) {
      return known.problem();
    }
    if (failure instanceof DataAccessException || failure instanceof TransactionException) {
      LOG.error("the database did not answer a door", failure);
      return new Problem(
          "HUB-1032",
          "the hub cannot store anything at this moment",
          "its database does not answer",
          "send the same message again in a few seconds, with the same id",
          null);
    }
    LOG.error("a door failed", failure);
    return new Problem(
        "HUB-1031",
        "the hub failed at this message",
        "this is a fault of the hub and not of the message",
        "send the same message again, with the same id; if it fails again, ask the monitoring team",
        null);
  }

  /** Keeps it in the trail; null when even that fails. */
  @Nullable String keep(TraceStep stop) {
    try {
      events.publishEvent(new StepRecorded(stop));
      return stop.id();
    } catch (DataAccessException e) {
      LOG.error("a failure could not be written to the trail", e);
      return null;
    }
  }
}
