package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, resends or cancels deliveries that wait for a person. */
@Command(
    name = "parked",
    description = "Deliveries that wait for a person.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | resend | cancel)")
final class ParkedCommand {
  @Mixin HubOption hub = new HubOption();

  @Command(
      description = "Lists parked and unconfirmed deliveries.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--back-end", description = "only deliveries to this back-end")
          @Nullable String backEnd) {
    String filter = backEnd == null ? "" : "&backEnd=" + backEnd;
    TextTable table = new TextTable("delivery", "back-end", "state", "code", "tries", "reason");
    for (String state : new String[] {"PARKED", "UNCONFIRMED"}) {
      JsonNode found = hub.operator().get("/api/v1/deliveries?state=" + state + filter).orThrow();
      rows(found).forEach(row -> table.add(row(row)));
    }
    table.print();
    return 0;
  }

  private static JsonNode rows(JsonNode answer) {
    return answer.isArray() ? answer : answer.path("deliveries");
  }

  private static String[] row(JsonNode delivery) {
    return new String[] {
      delivery.path("id").asText(),
      delivery.path("backEnd").asText(),
      delivery.path("state").asText(),
      delivery.path("errorCode").asText(""),
      delivery.path("attempts").asText(),
      delivery.path("reason").asText("")
    };
  }

  @Command(description = "Sends a delivery again.", mixinStandardHelpOptions = true)
  int resend(
      @Parameters(paramLabel = "DELIVERY", description = "310104-20180702-000482/1")
          String delivery,
      @Option(names = "--reason", required = true, description = "recorded in the trace")
          String reason) {
    return act(delivery, "resend", reason);
  }

  @Command(description = "Cancels a delivery.", mixinStandardHelpOptions = true)
  int cancel(
      @Parameters(paramLabel = "DELIVERY", description = "310104-20180702-000482/1")
          String delivery,
      @Option(names = "--reason", required = true, description = "recorded in the trace")
          String reason) {
    return act(delivery, "cancel", reason);
  }

  private int act(String delivery, String what, String reason) {
    String path = "/api/v1/deliveries/%s/%s".formatted(delivery, what);
    hub.operator().post(path, Map.of("reason", reason)).orThrow();
    System.out.println(delivery + ": " + what + " done");
    return 0;
  }
}
