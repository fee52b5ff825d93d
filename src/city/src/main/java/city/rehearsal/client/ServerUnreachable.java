package city.rehearsal.client;

/** A server does not answer, or a token for it is missing; the message is for a person. */
public class ServerUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerUnreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public ServerUnreachable(String sentence) {
    super(sentence);
  }
}
