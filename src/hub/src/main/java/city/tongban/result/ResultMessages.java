package city.tongban.result;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles a message on a department's queue that {@link Results} did not accept.
 *
 * <p>If the process is killed between the row here and the move to the dead letter queue at the
 * department's broker, the message comes again and makes a second row; it is never lost.
 */
@Service("resultMessages")
public class ResultMessages {
  /** After this many tries a failure of the hub is treated as permanent. */
  private static final int TRIES = 6;

  private final ApplicationEventPublisher events;

  ResultMessages(ApplicationEventPublisher events) {
    this.events = events;
  }

  /**
   * Route step: commits the refusal with the message; rethrows a failure that another try may
   * resolve.
   */
  @Transactional
  public void refused(Exchange exchange) {
    Message message = exchange.getMessage();
    String backEnd = message.getHeader("HubBackEnd", String.class);
    Problem problem = problem(exchange);
    TraceStep.Builder stop = TraceStep.at("result", "refused").with(backEnd).problem(problem);
    byte[] body = message.getBody(byte[].class);
    if (body != null && body.length > 0) {
      String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
      stop.in(new Payload(body, type == null ? "application/octet-stream" : type));
    }
    events.publishEvent(new StepRecorded(stop.build()));
  }

  private static Problem problem(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (failure instanceof HubException known && !(failure instanceof Outage)) {
      return known.problem();
    }
    int tries = exchange.getMessage().getHeader("HubTry", 1, Integer.class);
    if (failure instanceof Outage || tries < TRIES) {
      throw RuntimeCamelException.wrapRuntimeCamelException(failure);
    }
    return Fault.of("HUB-4044", "a message on their queue could not be taken in %d tries", tries)
        .because(failure.getClass().getSimpleName() + " inside the hub")
        .fix("this is a defect of ours: report it; then the back-end sends the message again")
        .problem();
  }
}
