package city.tongban.connector;

/** Where the department's decision comes from. */
public enum AnswerPattern {
  /** the reply to our call is the decision */
  REPLY,
  /** the reply only acknowledges receipt; the decision comes later */
  CALLBACK,
  /** the reply answers a question; nothing is decided and no later message comes */
  COUNTER
}
