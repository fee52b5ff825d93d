package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an activation back, in one command. */
@Command(
    name = "rollback",
    description = {
      "Makes the version before the active one again. Once more goes further back.",
    },
    mixinStandardHelpOptions = true)
final class ConnectorRollback implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Option(names = "--to", paramLabel = "VERSION", description = "one that was active before")
  @Nullable String to;

  @Option(names = "--reason", required = true, description = "goes into the trail")
  String reason = "";

  @Override
  public Integer call() {
    ConnectorVersionsClient versions = new ConnectorVersionsClient(hub.engineer(), name);
    String seen = versions.read().path("active").asText();
    JsonNode now = versions.choose("rollback", to, seen, reason);
    System.out.printf(
        "%s: %s is active again, %s was%n",
        name,
        ConnectorVersionsClient.shortened(now.path("active").asText()),
        ConnectorVersionsClient.shortened(seen));
    return 0;
  }
}
