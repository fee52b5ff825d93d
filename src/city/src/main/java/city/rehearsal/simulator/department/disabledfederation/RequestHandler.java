package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Handles calls from eight to six every day, and decides while the sender waits. The caller's own
 * number (LSH) is stored and never looked up: the same application twice is two applications.
 */
final class RequestHandler {
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private final ApplicationStore store;
  private final BusinessClock clock;
  private final ApplicationRegister register;

  RequestHandler(DepartmentContext context) {
    this.store = context.store();
    this.clock = context.clock();
    this.register = new ApplicationRegister(context, ApplicationRegister.Serial.yearly("CL"));
  }

  Answer handle(Interface called, Fields fields) {
    if (!clock.isBetween(OPENS, CLOSES)) {
      return Answer.refused("9001", "非服务时间", reference(fields));
    }
    try {
      called.check(fields);
      return called.isApplication() ? apply(called, fields) : withdraw(fields);
    } catch (FormatException e) {
      return Answer.refused("1002", String.valueOf(e.getMessage()), reference(fields));
    }
  }

  private static String reference(Fields fields) {
    return fields.values().getOrDefault("LSH", "");
  }

  private Answer apply(Interface called, Fields fields) {
    Message message =
        new Message(
            fields.required("LSH"),
            fields.required("BJBH"),
            Message.Kind.APPLY,
            fields.required("XM"),
            fields.required("ZJHM"),
            called.name());
    return Answer.on(register.apply(message, Rules.decide(called, fields)));
  }

  /** A withdrawal is always too late: the application was decided while its sender waited. */
  private Answer withdraw(Fields fields) {
    Optional<StoredMessage> application =
        store.all().stream()
            .filter(stored -> stored.message().kind() == Message.Kind.APPLY)
            .filter(stored -> stored.message().caseNo().equals(fields.required("BJBH")))
            .findFirst();
    if (application.isEmpty()) {
      return Answer.refused("1404", "无此办件", reference(fields));
    }
    Message withdrawal =
        application.get().message().withdrawnBy(fields.required("LSH"), Interface.CXSQ.name());
    return Answer.on(
        register.settle(withdrawal, ApplicationStatus.TOO_LATE, fields.required("CXYY")));
  }
}
