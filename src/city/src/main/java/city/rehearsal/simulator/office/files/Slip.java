package city.rehearsal.simulator.office.files;

import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the desk needs to know of a line, whatever it looked like in the file.
 *
 * @param original the delivery that a withdrawal takes back; empty in an application
 * @param verdict what the department will decide of an application
 * @param reason of a no, or of a withdrawal
 */
public record Slip(Message message, String original, Verdict verdict, @Nullable String reason) {

  /** An application, and what will be decided of it. */
  public static Slip application(Message message, Verdict verdict, @Nullable String reason) {
    return new Slip(message, "", verdict, reason);
  }

  /** A wish to take back; who and what it is about, its application says. */
  public static Slip withdrawal(String deliveryId, String caseNo, String original, String reason) {
    Message message = new Message(deliveryId, caseNo, Message.Kind.WITHDRAW, "", "", "");
    return new Slip(message, original, Verdict.WITHDRAWN, reason);
  }

  boolean withdraws() {
    return message.kind() == Message.Kind.WITHDRAW;
  }

  String deliveryId() {
    return message.deliveryId();
  }
}
