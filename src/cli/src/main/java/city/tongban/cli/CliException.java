package city.tongban.cli;

/**
 * A command failed for a reason that a person can act on: the message is printed without a stack
 * trace.
 */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CliException(String sentence) {
    super(sentence);
  }

  CliException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
