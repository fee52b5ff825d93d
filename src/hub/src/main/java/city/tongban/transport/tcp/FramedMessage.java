package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import city.tongban.canonical.Outage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A message after its length field: header, document, and <code>{M:…}</code>, the MAC over
 * everything before it.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FramedMessage(FrameHeader header, byte[] document) {
  private static final byte[] OPENS = "{M:".getBytes(US_ASCII);
  private static final int HEX = 64;

  /** The length of the MAC block in bytes. */
  private static final int MAC = OPENS.length + HEX + 1;

  /** The shortest possible message. */
  static final int SHORTEST = FrameHeader.LENGTH + MAC;

  /** The answer's MAC is not made with a shared key. */
  static final String OTHER_MAC = "HUB-4065";

  /** The input is not a framed message. */
  static final String NO_FRAME = "HUB-4066";

  byte[] bytes(FrameMac keys) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(SHORTEST + document.length);
    message.writeBytes(header.bytes());
    message.writeBytes(document);
    byte[] covered = message.toByteArray();
    byte[] mac = keys.mac(header.key(), covered, covered.length).orElseThrow();
    message.writeBytes(OPENS);
    message.writeBytes(HexFormat.of().formatHex(mac).getBytes(US_ASCII));
    message.write('}');
    return message.toByteArray();
  }

  /** Parses a message after its MAC is verified; nothing in it is used before. */
  static FramedMessage read(byte[] bytes, FrameMac keys) {
    int covered = bytes.length - MAC;
    if (covered < FrameHeader.LENGTH
        || bytes[bytes.length - 1] != '}'
        || !Arrays.equals(OPENS, Arrays.copyOfRange(bytes, covered, covered + OPENS.length))) {
      throw noFrame("no MAC stands at its end");
    }
    FrameHeader header =
        FrameHeader.read(bytes).orElseThrow(() -> noFrame("no header stands at its beginning"));
    byte[] theirs = Arrays.copyOfRange(bytes, covered + OPENS.length, bytes.length - 1);
    byte[] ours =
        keys.mac(header.key(), bytes, covered)
            .map(mac -> HexFormat.of().formatHex(mac).getBytes(US_ASCII))
            .orElseThrow(() -> notTheirs("its header names a key that we do not have"));
    if (!header.algorithm().equals(FrameMac.ALGORITHM) || !MessageDigest.isEqual(ours, theirs)) {
      throw notTheirs("its MAC does not fit its bytes under the key that it names");
    }
    return new FramedMessage(header, Arrays.copyOfRange(bytes, FrameHeader.LENGTH, covered));
  }

  static Outage noFrame(String why) {
    return Outage.of(NO_FRAME, "what came is no message of the back-end's form")
        .inDoubt()
        .because(why)
        .fix("nothing in it was believed; ask the back-end what it sent");
  }

  private static Outage notTheirs(String why) {
    return Outage.of(OTHER_MAC, "the answer's MAC is not the back-end's")
        .inDoubt()
        .because(why)
        .fix("nothing in it was believed; compare the shared secret with the back-end's");
  }
}
