package city.rehearsal.simulator.providentfund;

/**
 * An answer before it is put into a telegram.
 *
 * @param type of the telegram
 * @param number the fund's own
 * @param code what became of the question
 */
record Said(String type, String number, String code, String document) {
  static final String REFUSAL = "gjj.900.001.01";
}
