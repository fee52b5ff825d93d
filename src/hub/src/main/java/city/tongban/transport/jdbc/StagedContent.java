package city.tongban.transport.jdbc;

import city.tongban.canonical.Refusal;
import city.tongban.transport.StagedDigest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The content of a staged row: its columns without those that control the polling. */
final class StagedContent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> PICKING =
      Set.of(
          "seq", "digest", "picked_by", "picked_until", "picked_at", "looks", "flag", "flagged_at");

  private StagedContent() {}

  /** The row as a document, if its digest is right; equal content gives an equal document. */
  static RowDocument of(StagedRow row, String table, long bytesMax) {
    String json = row.json();
    if (json == null) {
      throw Refusal.of("HUB-9009", "the answer is larger than %d bytes", bytesMax)
          .because("limits.answerSize of the connector stopped the reading")
          .fix("ask the back-end what it wrote; raise answerSize only if it is right");
    }
    Map<String, String> all = columns(json);
    if (!StagedDigest.ofRow(row.seq(), all.values()).equalsIgnoreCase(row.digest())) {
      throw Refusal.of("HUB-4053", "the digest of their row %d does not fit", row.seq())
          .because("SM3 over its columns is not what stands in it")
          .fix("ask the back-end for the row anew; what came is in the trail");
    }
    all.values().removeIf(String::isEmpty);
    return new RowDocument(table, all);
  }

  /** The row as received, for the trace, when it could not be read. */
  static String evidence(StagedRow row) {
    String json = row.json();
    return json == null ? "" : json;
  }

  private static Map<String, String> columns(String json) {
    try {
      Map<String, String> columns = new LinkedHashMap<>();
      JsonNode tree = JSON.readTree(json);
      tree.properties()
          .forEach(
              column -> {
                if (!PICKING.contains(column.getKey())) {
                  JsonNode value = column.getValue();
                  columns.put(column.getKey(), value.isNull() ? "" : value.asText());
                }
              });
      return columns;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("their database has made this JSON itself", e);
    }
  }
}
