package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the receipt of a message that was accepted before (P2). A repeat gets the same receipt even
 * if the message would be refused today.
 */
@Component
class IdempotentReceiver {
  private final Inbox inbox;
  private final RefusalRecorder refusals;
  private final IntakeMetrics meters;

  IdempotentReceiver(Inbox inbox, RefusalRecorder refusals, IntakeMetrics meters) {
    this.inbox = inbox;
    this.refusals = refusals;
    this.meters = meters;
  }

  /**
   * The receipt of the earlier message with the same content; refuses an id that another message
   * used.
   */
  Optional<Receipt> receipt(ParsedMessage message) {
    String id = message.id();
    if (id == null) {
      return Optional.empty();
    }
    return inbox.find(message.sender().id(), id).map(entry -> same(message, entry));
  }

  private Receipt same(ParsedMessage message, Inbox.Entry before) {
    CaseNumber number = before.caseNumber();
    if (!before.digest().equals(message.digest())) {
      throw refusals.read(message, List.of(otherContent().problem()), number);
    }
    meters.repeated();
    return new Receipt(number, before.answer());
  }

  private static Refusal otherContent() {
    return Refusal.of("HUB-1011", "a message with this id and other content was accepted before")
        .because("the digest of the content differs from the first message's")
        .fix("give each message an id of its own; repeat a message unchanged")
        .at("/messageId");
  }
}
