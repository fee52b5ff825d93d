package city.rehearsal.client;

/** Nobody answers, or we lack what we need to ask; the message is a sentence for a person. */
public class ServerUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ServerUnreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public ServerUnreachable(String sentence) {
    super(sentence);
  }
}
