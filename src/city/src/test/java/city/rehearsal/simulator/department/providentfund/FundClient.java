package city.rehearsal.simulator.department.providentfund;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** A client of the provident-fund centre that shares no code with the centre or the hub. */
public record FundClient(URI address, String key, String secret) {
  public static final String ACCOUNT = "gjj.101.001.01";
  public static final String BANKS = "gjj.103.001.01";
  public static final String INQUIRY = "gjj.105.001.01";
  public static final String STATEMENT = "gjj.107.001.01";

  /** An answer, after its MAC was checked. */
  public record Heard(String head, String document) {
    String type() {
      return head.substring(21, 35).strip();
    }

    String request() {
      return head.substring(43, 83).strip();
    }

    String code() {
      return head.substring(107, 111).strip();
    }

    String value(String element) {
      int from = document.indexOf("<" + element + ">") + element.length() + 2;
      return document.substring(from, document.indexOf("</" + element + ">", from));
    }
  }

  public Heard ask(String type, String day, String id, String document) throws IOException {
    return exchange(framed(head("01", "TBSN0001", "GJJZX001", type, day, id), document));
  }

  String head(String version, String from, String to, String type, String day, String id) {
    return String.format(
        Locale.ROOT,
        "{H:%-2s%-8s%-8s%-14s%-8s%-40s%-24s%-4s%-8s%-8s}",
        version,
        from,
        to,
        type,
        day,
        id,
        "",
        "",
        "HMAC-SM3",
        key);
  }

  /** Length, header, document and the MAC over both. */
  byte[] framed(String head, String document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(US_ASCII));
    bytes.writeBytes(document.getBytes(UTF_8));
    byte[] covered = bytes.toByteArray();
    byte[] mac = ("{M:" + mac(covered) + "}").getBytes(US_ASCII);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        String.format(Locale.ROOT, "%08d", covered.length + mac.length).getBytes(US_ASCII));
    all.writeBytes(covered);
    all.writeBytes(mac);
    return all.toByteArray();
  }

  Heard exchange(byte[] bytes) throws IOException {
    try (Socket line = new Socket(address.getHost(), address.getPort())) {
      line.setSoTimeout(10_000);
      line.getOutputStream().write(bytes);
      return hear(new DataInputStream(line.getInputStream()));
    }
  }

  Heard hear(DataInputStream in) throws IOException {
    byte[] bytes = raw(in);
    int end = bytes.length - 68;
    String block = new String(bytes, end, 68, US_ASCII);
    if (!block.equals("{M:" + mac(Arrays.copyOf(bytes, end)) + "}")) {
      throw new AssertionError("the answer's MAC does not fit");
    }
    return new Heard(new String(bytes, 0, 128, US_ASCII), new String(bytes, 128, end - 128, UTF_8));
  }

  /** The answer as it lies on the line, without its length. */
  static byte[] raw(DataInputStream in) throws IOException {
    byte[] digits = new byte[8];
    in.readFully(digits);
    byte[] bytes = new byte[Integer.parseInt(new String(digits, US_ASCII))];
    in.readFully(bytes);
    return bytes;
  }

  private String mac(byte[] covered) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret.getBytes(UTF_8)));
    mac.update(covered, 0, covered.length);
    byte[] made = new byte[mac.getMacSize()];
    mac.doFinal(made, 0);
    return HexFormat.of().formatHex(made);
  }

  static String sm3(String text) {
    SM3Digest digest = new SM3Digest();
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(bytes, 0, bytes.length);
    byte[] made = new byte[digest.getDigestSize()];
    digest.doFinal(made, 0);
    return HexFormat.of().formatHex(made);
  }
}
