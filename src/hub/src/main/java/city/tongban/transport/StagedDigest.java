package city.tongban.transport;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest in a staged row, and over the ids of a day: SM3, in hexadecimal. */
public final class StagedDigest {
  private static final String BETWEEN_COLUMNS = "\u001f";

  private StagedDigest() {}

  /** The digest over the sequence number and then the columns in their order; nothing for null. */
  public static String ofRow(long seq, Collection<String> columns) {
    return hex(seq + BETWEEN_COLUMNS + String.join(BETWEEN_COLUMNS, columns));
  }

  /** The digest over ids that are sorted by their characters, one on each line. */
  public static String ofIds(Collection<String> ids) {
    return hex(String.join("\n", ids));
  }

  private static String hex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SM3Digest sm3 = new SM3Digest();
    sm3.update(bytes, 0, bytes.length);
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return HexFormat.of().formatHex(digest);
  }
}
