package city.rehearsal.simulator.department.providentfund;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One telegram without its length: header, document, the block of the MAC.
 *
 * @param covered the bytes that the MAC covers
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are passed on, never compared
record Telegram(TelegramHeader head, byte[] document, byte[] covered, String mac) {
  private static final int BYTES_MAX = 64 * 1024;

  /** Reads one; {@link #hasValidMac} checks its MAC. */
  static Telegram read(DataInputStream in) throws IOException, NotATelegramException {
    byte[] digits = new byte[8];
    in.readFully(digits);
    String text = new String(digits, StandardCharsets.US_ASCII);
    if (!text.matches("\\d{8}")) {
      throw new NotATelegramException("no length");
    }
    int length = Integer.parseInt(text);
    if (length < TelegramHeader.BYTES + Mac.BYTES || length > BYTES_MAX) {
      throw new NotATelegramException("the length is out of range");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    int end = length - Mac.BYTES;
    return new Telegram(
        TelegramHeader.read(bytes),
        Arrays.copyOfRange(bytes, TelegramHeader.BYTES, end),
        Arrays.copyOf(bytes, end),
        new String(bytes, end, Mac.BYTES, StandardCharsets.US_ASCII));
  }

  boolean hasValidMac(Mac mac) {
    return mac.matches(head, covered, this.mac);
  }

  /** The bytes of an answer with its MAC, without their length. */
  static byte[] write(TelegramHeader head, byte[] document, Mac mac) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.text().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(document);
    String block = mac.block(head.keyId(), bytes.toByteArray());
    bytes.writeBytes(block.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
