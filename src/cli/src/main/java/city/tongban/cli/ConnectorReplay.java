package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.BundleFiles;
import city.tongban.kit.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maps recorded messages with the stylesheets of a working copy; nothing is sent. */
@Command(
    name = "replay",
    description = {
      "Maps the hub's recorded messages with the folder's stylesheets and shows the differences.",
      "Nothing is sent to the department, and nothing changes. Values are hidden without --show.",
      "Exit code 1 when something differs."
    },
    mixinStandardHelpOptions = true)
final class ConnectorReplay implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();
  @Mixin FolderOption folder = new FolderOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Option(names = "--since", defaultValue = "7d", description = "7d, 12h (${DEFAULT-VALUE})")
  String since = "";

  @Option(names = "--mapping", description = "only this mapping")
  @Nullable String mapping;

  @Option(
      names = "--limit",
      defaultValue = "500",
      description = "the latest deliveries, at most 5000 (${DEFAULT-VALUE})")
  int limit;

  @Option(names = "--show", description = "prints values; needs a reason and is recorded")
  boolean show;

  @Option(names = "--reason", description = "for --show; recorded in the trace")
  @Nullable String reason;

  @Override
  public Integer call() {
    JsonNode report =
        new ConnectorVersionsClient(hub.engineer(), name).replay(packed().zip(), order());
    report.path("messages").forEach(ConnectorReplay::print);
    System.out.printf(
        "%d deliveries, %d messages: %d same, %d different, %d newly refused, %d newly accepted,"
            + " %d gone%s%n",
        report.path("deliveries").asInt(),
        report.path("replayed").asInt(),
        report.path("same").asInt(),
        report.path("different").asInt(),
        report.path("newlyRefused").asInt(),
        report.path("newlyAccepted").asInt(),
        report.path("gone").asInt(),
        report.path("more").asBoolean()
            ? "; there are more: raise --limit or shorten --since"
            : "");
    return report.path("replayed").asInt() == report.path("same").asInt() ? 0 : 1;
  }

  private Map<String, String> order() {
    Map<String, String> order = new LinkedHashMap<>();
    order.put("since", since);
    order.put("limit", String.valueOf(limit));
    order.put("show", String.valueOf(show));
    if (mapping != null) {
      order.put("mapping", mapping);
    }
    if (reason != null) {
      order.put("reason", reason);
    }
    return order;
  }

  private BundleFiles packed() {
    try {
      return BundleFiles.of(folder.path, name);
    } catch (HubException e) {
      throw new CliException(Finding.of("connectors/" + name, e).what());
    }
  }

  private static void print(JsonNode message) {
    String verdict = message.path("verdict").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    System.out.printf(
        "%s %s: %s%s%n",
        message.path("delivery").asText(), message.path("what").asText(), verdict, codes(message));
    for (JsonNode change : message.path("changes")) {
      System.out.printf(
          "    %s: %s -> %s%n",
          change.path("at").asText(), side(change, "Then"), side(change, "Now"));
    }
  }

  private static String codes(JsonNode message) {
    String then = message.path("codeThen").asText("");
    String now = message.path("codeNow").asText("");
    return then.isEmpty() && now.isEmpty()
        ? ""
        : " (%s -> %s)"
            .formatted(then.isEmpty() ? "accepted" : then, now.isEmpty() ? "accepted" : now);
  }

  private static String side(JsonNode change, String which) {
    if (!change.hasNonNull("length" + which)) {
      return "nothing";
    }
    JsonNode value = change.path(which.toLowerCase(Locale.ROOT));
    return value.isTextual()
        ? "'" + value.asText() + "'"
        : change.path("length" + which).asInt() + " characters";
  }
}
