package city.rehearsal.simulator.providentfund;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One telegram without its length: header, document, the block of the MAC.
 *
 * @param covered what the MAC is over, byte for byte as it came
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that pass, never compared
record Telegram(Head head, byte[] document, byte[] covered, String mac) {
  private static final int LONGEST = 64 * 1024;

  /** Reads one from the line; its MAC is looked at by {@link #sealed}. */
  static Telegram read(DataInputStream in) throws IOException, NoTelegram {
    byte[] digits = new byte[8];
    in.readFully(digits);
    String text = new String(digits, StandardCharsets.US_ASCII);
    if (!text.matches("\\d{8}")) {
      throw new NoTelegram("no length");
    }
    int length = Integer.parseInt(text);
    if (length < Head.BYTES + Seal.BYTES || length > LONGEST) {
      throw new NoTelegram("a length that no telegram has");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    int end = length - Seal.BYTES;
    return new Telegram(
        Head.read(bytes),
        Arrays.copyOfRange(bytes, Head.BYTES, end),
        Arrays.copyOf(bytes, end),
        new String(bytes, end, Seal.BYTES, StandardCharsets.US_ASCII));
  }

  boolean sealed(Seal seal) {
    return seal.fits(head, covered, mac);
  }

  /** The bytes of an answer, sealed, without their length. */
  static byte[] write(Head head, byte[] document, Seal seal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.text().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(document);
    String mac = seal.block(head.keyId(), bytes.toByteArray());
    bytes.writeBytes(mac.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
