package city.tongban.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs samples of unreadable messages for an engineer: one per source and minute, at most 4 KB,
 * with everything that could be a name or a number of a person replaced.
 */
final class MessageSampler {
  private static final Logger LOG = LoggerFactory.getLogger(MessageSampler.class);
  private static final int SAMPLE_BYTES_MAX = 4096;
  private static final long EVERY_NANOS = 60_000_000_000L;

  private final Map<String, Long> lastBySource = new ConcurrentHashMap<>();

  void show(String source, String code, byte[] body) {
    if (due(source)) {
      LOG.warn("{} refused with {}, one sample a minute: {}", source, code, masked(body));
    }
  }

  private boolean due(String source) {
    long now = System.nanoTime();
    return lastBySource.merge(
            source, now, (last, fresh) -> fresh - last >= EVERY_NANOS ? fresh : last)
        == now;
  }

  static String masked(byte[] body) {
    byte[] head = Arrays.copyOf(body, Math.min(body.length, SAMPLE_BYTES_MAX));
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceAll("[^\\x20-\\x7E]", ".") // no line of the log can be forged
        .replaceAll("\\\\u[0-9A-Fa-f]{4}", ".")
        .replaceAll("[0-9]{4,}", "#")
        .replaceAll("(?<=:\\s{0,9}\")[^\"]*", "…") // string values in JSON
        .replaceAll("(?<=>)[^<]+", "…") // text in XML
        .replaceAll("(?<==\\s{0,9}[\"'])[^\"'<>]*", "…"); // XML attributes
  }
}
