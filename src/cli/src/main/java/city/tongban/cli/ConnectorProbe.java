package city.tongban.cli;

import city.rehearsal.client.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the running hub test its connection to a back-end. */
@Command(
    name = "probe",
    description = {
      "Tests the connection of a running hub: name, port, TLS, trust, clock, credential, rights.",
      "No case is sent. Exit code 1 when a check fails."
    },
    mixinStandardHelpOptions = true)
final class ConnectorProbe implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Override
  public Integer call() {
    if (!name.matches("[a-z0-9-]+")) {
      throw new CliException("'" + name + "' is not a connector's name, such as housing");
    }
    Reply reply = hub.operator().post("/api/v1/back-ends/" + name + "/probe", Map.of());
    JsonNode probe = reply.orThrow();
    System.out.printf(
        "%s at %s (%s, version %s)%n",
        name,
        probe.path("target").asText(),
        probe.path("transport").asText(),
        probe.path("version").asText());
    probe.path("steps").forEach(ConnectorProbe::print);
    return probe.path("passed").asBoolean() ? 0 : 1;
  }

  private static void print(JsonNode step) {
    System.out.printf(
        "  %-10s %-14s %s%n",
        step.path("check").asText(),
        step.path("outcome").asText(),
        step.path("said").path("en").asText());
    for (String language : new String[] {"en", "zh"}) {
      if (step.hasNonNull("cause")) {
        System.out.println("      why: " + step.path("why").path(language).asText());
        System.out.println("      fix: " + step.path("fix").path(language).asText());
      }
    }
  }
}
