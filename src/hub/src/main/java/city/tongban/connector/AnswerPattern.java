package city.tongban.connector;

/** Where the business answer comes from. */
public enum AnswerPattern {
  /** the reply to our call is the decision */
  REPLY,
  /** the reply says only that it was taken in; the decision comes by itself later */
  CALLBACK,
  /** the reply is what they found; nothing is decided, and nobody waits for more */
  COUNTER
}
