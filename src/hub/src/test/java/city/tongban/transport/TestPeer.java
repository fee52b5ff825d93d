package city.tongban.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Somebody at the other end of a TCP line, who answers each connection as a test wants. */
public final class TestPeer implements AutoCloseable {
  public static final String ID = "310104-20180702-000482/1";

  /** What a good peer says. */
  public static final String DOCUMENT = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><A>䶮𠮷</A>";

  /** The messages that came, without their length. */
  public final List<byte[]> heard = new CopyOnWriteArrayList<>();

  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Answer answer;

  public interface Answer {
    void give(Socket line) throws Exception;
  }

  public TestPeer(Answer answer) throws IOException {
    this.answer = answer;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::admit);
  }

  public URI address() {
    return URI.create("tcp://127.0.0.1:" + door.getLocalPort());
  }

  public void answers(Answer other) {
    answer = other;
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        threads.execute(() -> serve(line));
      } catch (IOException e) {
        // closed, or a caller who went away at the door
      }
    }
  }

  private void serve(Socket line) {
    try (line) {
      DataInputStream in = new DataInputStream(line.getInputStream());
      byte[] digits = new byte[8];
      in.readFully(digits);
      byte[] message = new byte[Integer.parseInt(new String(digits, US_ASCII))];
      in.readFully(message);
      heard.add(message);
      answer.give(line);
    } catch (Exception e) {
      // the hub hung up: what some of these tests want
    }
  }

  public static String head(
      String version, String from, String to, String id, String code, String key) {
    return String.format(
        Locale.ROOT,
        "{H:%-2s%-8s%-8s%-14s%-8s%-40s%-24s%-4s%-8s%-8s}",
        version,
        from,
        to,
        "gjj.102.001.01",
        "20180702",
        id,
        "GJJ1",
        code,
        "HMAC-SM3",
        key);
  }

  public static String goodHead() {
    return head("01", "GJJZX001", "TBSN0001", ID, "0000", "K1");
  }

  /** A whole message with the MAC of that secret, without its length. */
  public static byte[] message(String head, String document, String secret) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(US_ASCII));
    bytes.writeBytes(document.getBytes(UTF_8));
    byte[] covered = bytes.toByteArray();
    bytes.writeBytes(("{M:" + mac(covered, covered.length, secret) + "}").getBytes(US_ASCII));
    return bytes.toByteArray();
  }

  public static byte[] good() {
    return message(goodHead(), DOCUMENT, "s3cret");
  }

  public static byte[] framed(byte[] message) {
    return framed(String.format(Locale.ROOT, "%08d", message.length), message);
  }

  public static byte[] framed(String length, byte[] message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(length.getBytes(US_ASCII));
    bytes.writeBytes(message);
    return bytes.toByteArray();
  }

  public static String mac(byte[] bytes, int length, String secret) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret.getBytes(UTF_8)));
    mac.update(bytes, 0, length);
    byte[] made = new byte[mac.getMacSize()];
    mac.doFinal(made, 0);
    return HexFormat.of().formatHex(made);
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
