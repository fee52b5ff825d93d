package city.tongban.delivery.outcome;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.Cases;
import city.tongban.cases.NoticeRequested;
import city.tongban.delivery.DeliveryState;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the trail, and the centre whose case it is, that a delivery waits for a person. */
@Component
public class ParkedNotifier {
  private final Cases cases;
  private final ApplicationEventPublisher events;

  ParkedNotifier(Cases cases, ApplicationEventPublisher events) {
    this.cases = cases;
    this.events = events;
  }

  /**
   * Joins the transaction that parks the delivery.
   *
   * @param state PARKED or UNCONFIRMED
   */
  public void notify(DeliveryId id, String backEnd, DeliveryState state, Problem problem) {
    String word = state.name().toLowerCase(Locale.ROOT);
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("delivery", word).of(id).with(backEnd).problem(problem).build()));
    events.publishEvent(
        new NoticeRequested(cases.get(id.caseNumber()), "city.tongban.delivery." + word, problem));
  }
}
