package city.rehearsal.simulator.providentfund;

/** What came over the line is none of ours, and is not answered. */
final class NoTelegram extends Exception {
  private static final long serialVersionUID = 1L;

  NoTelegram(String why) {
    super(why);
  }
}
