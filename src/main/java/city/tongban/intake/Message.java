package city.tongban.intake;

import city.tongban.canonical.Envelope;
import city.tongban.canonical.Ids;
import city.tongban.canonical.Stop.Payload;
import city.tongban.partner.Partner;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One message that could be parsed, with who sent it. */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
record Message(Partner sender, JsonNode tree, byte[] body, String digest, String traceparent) {

  /**
   * Parses it.
   *
   * @param about what the message says by its address instead of its body, such as the case it
   *     takes back
   */
  static Message of(Partner sender, Incoming incoming, String about) {
    return new Message(
        sender,
        Wire.parse(incoming),
        incoming.body(),
        digest(about, incoming.body()),
        TraceParent.honouredOrBegun(incoming.traceparent()));
  }

  /** The text at a path; null where there is none, which the contract has said already. */
  @Nullable String text(String path) {
    JsonNode node = tree.at(path);
    return node.isTextual() ? node.textValue() : null;
  }

  /** The sender's id of the message, if it has one at all. */
  @Nullable String id() {
    return text("/messageId");
  }

  Envelope envelope(String id) {
    return new Envelope(Ids.next(), sender.id(), id, digest, text("/correlationId"), traceparent);
  }

  Payload payload() {
    return new Payload(body, "application/json");
  }

  private static String digest(String about, byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(about.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
