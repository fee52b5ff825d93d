package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, resends or skips notices that a centre's web-hook did not take. */
@Command(
    name = "notices",
    description = "Web-hooks of centres that do not take their notices.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | resend | skip)")
final class NoticesCommand {
  @Mixin HubOption hub = new HubOption();

  @Command(description = "Lists parked and disabled web-hooks.", mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--all", description = "also web-hooks that work or wait for a retry")
          boolean all) {
    TextTable table =
        new TextTable("centre", "state", "code", "tries", "taken", "waiting", "reason");
    for (String query : all ? new String[] {""} : new String[] {"state=PARKED", "state=DISABLED"}) {
      JsonNode found = hub.operator().get("/api/v1/web-hooks?limit=1000&" + query).orThrow();
      found.path("webHooks").forEach(row -> table.add(row(row)));
    }
    table.print();
    return 0;
  }

  private static String[] row(JsonNode hook) {
    return new String[] {
      hook.path("centre").asText(),
      hook.path("state").asText(),
      hook.path("errorCode").asText(""),
      hook.path("tries").asText(),
      hook.path("taken").asText(),
      hook.path("waiting").asText(),
      hook.path("reason").asText("")
    };
  }

  @Command(description = "Sends the first waiting notice again.", mixinStandardHelpOptions = true)
  int resend(
      @Parameters(paramLabel = "CENTRE", description = "31010100201") String centre,
      @Option(names = "--reason", required = true, description = "recorded in the trace")
          String reason) {
    return act(centre, "resend", reason);
  }

  @Command(description = "Skips the first waiting notice.", mixinStandardHelpOptions = true)
  int skip(
      @Parameters(paramLabel = "CENTRE", description = "31010100201") String centre,
      @Option(names = "--reason", required = true, description = "recorded in the trace")
          String reason) {
    return act(centre, "skip", reason);
  }

  private int act(String centre, String what, String reason) {
    String path = "/api/v1/web-hooks/%s/%s".formatted(centre, what);
    hub.operator().post(path, Map.of("reason", reason)).orThrow();
    System.out.println(centre + ": " + what + " done");
    return 0;
  }
}
