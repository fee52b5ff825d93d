package city.rehearsal.simulator.department.providentfund;

import java.nio.charset.StandardCharsets;

/**
 * The header of a telegram, appendix A of the interface: ASCII, columns padded with blanks.
 *
 * @param msgTp type of the telegram
 * @param day the day that it is about
 * @param reqId the sender's number of the question
 * @param rspId the fund's number of the answer
 * @param code outcome of the question
 */
record TelegramHeader(
    String ver,
    String snd,
    String rcv,
    String msgTp,
    String day,
    String reqId,
    String rspId,
    String code,
    String macAlg,
    String keyId) {
  static final int BYTES = 128;
  static final String VERSION = "01";
  static final String FUND = "GJJZX001";
  static final String HUB = "TBSN0001";
  static final String MAC_ALGORITHM = "HMAC-SM3";

  static TelegramHeader read(byte[] telegram) throws NotATelegramException {
    String text = new String(telegram, 0, BYTES, StandardCharsets.US_ASCII);
    if (!text.startsWith("{H:") || text.charAt(BYTES - 1) != '}') {
      throw new NotATelegramException("no header");
    }
    return new TelegramHeader(
        text.substring(3, 5),
        text.substring(5, 13).strip(),
        text.substring(13, 21).strip(),
        text.substring(21, 35).strip(),
        text.substring(35, 43).strip(),
        text.substring(43, 83).strip(),
        text.substring(83, 107).strip(),
        text.substring(107, 111).strip(),
        text.substring(111, 119).strip(),
        text.substring(119, 127).strip());
  }

  String text() {
    return "{H:%-2s%-8s%-8s%-14s%-8s%-40s%-24s%-4s%-8s%-8s}"
        .formatted(ver, snd, rcv, msgTp, day, reqId, rspId, code, macAlg, keyId);
  }

  /** The header of the answer to this one. */
  TelegramHeader answered(Answer answer, String key) {
    return new TelegramHeader(
        VERSION,
        FUND,
        snd,
        answer.type(),
        day,
        reqId,
        answer.number(),
        answer.code(),
        MAC_ALGORITHM,
        key);
  }

  /** The same with the number of another question. */
  TelegramHeader about(String otherReqId) {
    return new TelegramHeader(ver, snd, rcv, msgTp, day, otherReqId, rspId, code, macAlg, keyId);
  }
}
