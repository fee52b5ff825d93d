package city.tongban.cli;

/** A command cannot do what it was asked; the message is the whole story, without a stack trace. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CliException(String sentence) {
    super(sentence);
  }

  CliException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
