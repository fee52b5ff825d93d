package city.tongban.cli;

/** A command cannot do what it was asked; the message is the whole story, without a stack trace. */
final class Sorry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Sorry(String sentence) {
    super(sentence);
  }

  Sorry(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
