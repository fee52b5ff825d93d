package city.rehearsal.simulator.department.economyinformatisation;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.JsonForm;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Decides while the sender waits, day and night. A number (lsh) that came before gets the answer
 * that it had; with other content it is refused.
 */
final class RequestHandler {
  private final ApplicationStore store;
  private final ApplicationRegister register;
  private final FieldCipher cipher;

  RequestHandler(DepartmentContext context, FieldCipher cipher) {
    this.store = context.store();
    this.register = new ApplicationRegister(context, ApplicationRegister.Serial.yearly("JX"));
    this.cipher = cipher;
  }

  /** Synchronized: two calls at once with one number are one application. */
  synchronized StoredMessage apply(ObjectNode body) throws FormatException {
    Application application = Application.read(body, cipher);
    Message message = application.message();
    Decision decision = application.decision();
    Optional<StoredMessage> before = before(message);
    return before.isPresent() ? before.get() : register.apply(message, decision);
  }

  /** A withdrawal is always too late: the application was decided while its sender waited. */
  synchronized Optional<StoredMessage> withdraw(ObjectNode body) throws FormatException {
    JsonForm form = new JsonForm(body);
    String number = form.matching("lsh", ".{1,64}");
    String caseNo = form.matching("bjbh", ".{1,32}");
    String original = form.matching("ylsh", ".{1,64}");
    String why = form.matching("yy", ".{1,300}");
    form.nothingElse();
    Optional<StoredMessage> application = store.application(original, caseNo);
    if (application.isEmpty()) {
      return Optional.empty();
    }
    Message withdrawal = application.get().message().withdrawnBy(number);
    Optional<StoredMessage> before = before(withdrawal);
    return before.isPresent()
        ? before
        : Optional.of(register.settle(withdrawal, ApplicationStatus.TOO_LATE, why));
  }

  private Optional<StoredMessage> before(Message message) throws FormatException {
    Optional<StoredMessage> stored = register.find(message.deliveryId());
    if (stored.isPresent() && !stored.get().message().equals(message)) {
      throw new FormatException("lsh: 流水号已用于其他内容");
    }
    return stored;
  }
}
