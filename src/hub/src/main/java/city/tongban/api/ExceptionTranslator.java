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
 * Translates an exception into the problem that the client gets. Class names and stack traces go to
 * the log only.
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
      LOG.error("the database did not answer, so a request was refused with HUB-1032", failure);
      return new Problem(
          "HUB-1032",
          "the hub cannot store messages at this moment",
          "its database does not answer",
          "send the same message again in a few seconds, with the same id",
          null);
    }
    LOG.error("a request failed with an unexpected exception", failure);
    return new Problem(
        "HUB-1031",
        "the hub could not process this message",
        "the fault is in the hub, not in the message",
        "send the same message again, with the same id; if it fails again, ask the monitoring team",
        null);
  }

  /** Records the failure in the trace; null when that fails too. */
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
