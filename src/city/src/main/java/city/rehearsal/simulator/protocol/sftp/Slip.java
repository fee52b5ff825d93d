package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the desk needs to know of a line, whatever it looked like in the file.
 *
 * @param original the delivery that a withdrawal takes back; empty in an application
 * @param verdict what the department will decide of an application
 * @param reason of a no, or of a withdrawal
 */
public record Slip(
    Message message, String original, ApplicationStatus status, @Nullable String reason) {

  /** An application, and what will be decided of it. */
  public static Slip application(
      Message message, ApplicationStatus status, @Nullable String reason) {
    return new Slip(message, "", status, reason);
  }

  /** A wish to take back; who and what it is about, its application says. */
  public static Slip withdrawal(String deliveryId, String caseNo, String original, String reason) {
    Message message = new Message(deliveryId, caseNo, Message.Kind.WITHDRAW, "", "", "");
    return new Slip(message, original, ApplicationStatus.WITHDRAWN, reason);
  }

  boolean withdraws() {
    return message.kind() == Message.Kind.WITHDRAW;
  }

  String deliveryId() {
    return message.deliveryId();
  }
}
