package city.tongban.path;

import city.tongban.connector.AnswerPattern;
import city.tongban.connector.Connector;

/** What can happen to a delivery, and must be survived by every connector that it can happen to. */
enum ContractCase {
  SENT_TWICE("sent twice", "the centre sends the same message again: one case, delivered once"),
  KILLED("killed", "the node dies between call and mark: settled as `doubt` says"),
  DOWN("away", "nobody is at home, or the door is shut: tried again later"),
  RESTARTED("restarts", "their system goes away while calls are under way, and comes back"),
  SILENT("silent", "they take it and never answer: given up in time, then settled by `doubt`"),
  SLOW("slow", "they answer late, within the time-out: one call, and it counts"),
  RESET("reset", "the line breaks before or in the middle of the answer: delivered once"),
  REFUSED("refused", "their own no is a result with their reason, not an error"),
  CREDENTIAL(
      "credential", "they do not know us any more: nothing is lost, and it goes on by itself"),
  GARBLED("garbled", "what they say cannot be read: it decides nothing, and is kept"),
  CHARSET("charset", "what they say is in another charset than they say"),
  OVERSIZED("oversized", "what they say is larger than may be"),
  LATE("late answer", "their result comes after the next thing that happens to the case"),
  DUPLICATE("answer twice", "their result comes twice, and moves the case once"),
  UNASKED("unasked", "an answer that nobody asked for is kept and reported");

  private final String shortly;
  private final String meaning;

  ContractCase(String shortly, String meaning) {
    this.shortly = shortly;
    this.meaning = meaning;
  }

  String shortly() {
    return shortly;
  }

  String meaning() {
    return meaning;
  }

  /** Who decides no case, and only answers questions at the counter. */
  static boolean onlyAsked(Connector connector) {
    return connector.services().stream().allMatch(s -> s.answers() == AnswerPattern.COUNTER);
  }

  /** Whether it can happen at all: who only answers calls tells nothing by itself. */
  boolean canHappenTo(Connector connector) {
    return switch (this) {
      case LATE, DUPLICATE, UNASKED ->
          connector.services().stream().anyMatch(s -> s.answers() == AnswerPattern.CALLBACK);
      default -> true;
    };
  }
}
