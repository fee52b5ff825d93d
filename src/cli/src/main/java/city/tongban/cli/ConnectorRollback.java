package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Activates the version that was active before. */
@Command(
    name = "rollback",
    description = {
      "Activates the version before; a second rollback goes one further back.",
    },
    mixinStandardHelpOptions = true)
final class ConnectorRollback implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Option(names = "--to", paramLabel = "VERSION", description = "a version that was active before")
  @Nullable String to;

  @Option(names = "--reason", required = true, description = "recorded in the trace")
  String reason = "";

  @Override
  public Integer call() {
    ConnectorVersionsClient versions = new ConnectorVersionsClient(hub.engineer(), name);
    String seen = versions.read().path("active").asText();
    JsonNode now = versions.choose("rollback", to, seen, reason);
    System.out.printf(
        "%s: %s is active again (before: %s)%n",
        name,
        ConnectorVersionsClient.shortened(now.path("active").asText()),
        ConnectorVersionsClient.shortened(seen));
    return 0;
  }
}
