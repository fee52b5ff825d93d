package city.rehearsal.simulator.department.providentfund;

/** The bytes are not a telegram; they get no answer. */
final class NotATelegramException extends Exception {
  private static final long serialVersionUID = 1L;

  NotATelegramException(String why) {
    super(why);
  }
}
