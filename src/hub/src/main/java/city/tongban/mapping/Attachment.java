package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import net.sf.saxon.om.Item;

/** A base64 document in a message, verified by the digest beside it. */
final class Attachment {
  /** The first bytes of a file by content type. */
  private static final Map<String, byte[]> BEGINNINGS =
      Map.of("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII));

  private Attachment() {}

  /** Verifies the document; returns its size in bytes. */
  static String checked(Item content, String sm3, String type, long bytesMax) {
    byte[] bytes = decoded(content);
    byte[] beginning = BEGINNINGS.getOrDefault(type, new byte[] {});
    if (bytes.length > bytesMax) {
      throw wrong(
          content, "it has %d bytes; at most %d are agreed".formatted(bytes.length, bytesMax));
    }
    if (beginning.length == 0
        || bytes.length <= beginning.length
        || !Arrays.equals(beginning, 0, beginning.length, bytes, 0, beginning.length)) {
      throw wrong(content, "its first bytes are not those of " + type);
    }
    if (!Sm3.hex(bytes).equals(sm3.toLowerCase(Locale.ROOT))) {
      throw wrong(content, "its SM3 digest differs from the one beside it");
    }
    return String.valueOf(bytes.length);
  }

  private static byte[] decoded(Item content) {
    try {
      // line breaks are allowed at any column (RFC 2045); nothing else is skipped
      return Base64.getDecoder()
          .decode(content.getUnicodeStringValue().toString().replaceAll("[\r\n]", ""));
    } catch (IllegalArgumentException e) {
      throw wrong(content, "it is not base64").causedBy(e);
    }
  }

  private static Refusal wrong(Item content, String why) {
    return Refusal.of("HUB-9017", "the attached document is not what the message says it is")
        .because(why)
        .fix("ask the back-end to send the answer again; the hub took nothing of it")
        .at(StylesheetFunction.path(content));
  }
}
