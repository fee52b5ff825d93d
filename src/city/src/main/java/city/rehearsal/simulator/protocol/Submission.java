package city.rehearsal.simulator.protocol;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.util.Optional;

/** A message that a department has read: an application, or the withdrawal of one. */
public sealed interface Submission {
  /** The sender's number of this message. */
  String id();

  /**
   * Stores the message; the same id must not be stored yet.
   *
   * @return empty for a withdrawal of an application that is not in the register
   */
  Optional<StoredMessage> storeIn(ApplicationRegister register);

  /** An application with what the department will decide. */
  record Application(Message message, Decision decision) implements Submission {
    @Override
    public String id() {
      return message.deliveryId();
    }

    @Override
    public Optional<StoredMessage> storeIn(ApplicationRegister register) {
      return Optional.of(register.apply(message, decision));
    }
  }

  /**
   * The withdrawal of an application.
   *
   * @param original the application's id
   */
  record Withdrawal(String id, String caseNo, String original, String reason)
      implements Submission {
    @Override
    public Optional<StoredMessage> storeIn(ApplicationRegister register) {
      return register
          .find(original)
          .filter(found -> found.message().kind() == Message.Kind.APPLY)
          .filter(found -> found.message().caseNo().equals(caseNo))
          .map(found -> register.withdraw(found, id, reason));
    }
  }
}
