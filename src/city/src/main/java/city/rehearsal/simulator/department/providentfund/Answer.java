package city.rehearsal.simulator.department.providentfund;

/**
 * An answer without its telegram.
 *
 * @param type of the telegram
 * @param number of the fund
 * @param code outcome of the question
 */
record Answer(String type, String number, String code, String document) {
  static final String REFUSAL = "gjj.900.001.01";
}
