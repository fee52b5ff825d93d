package city.tongban.cli;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the business clock, or moves it forward at the hub and at its simulators. */
@Command(
    name = "clock",
    description =
        "Shows both clocks; --step moves the business clock forward at hub and simulators.",
    mixinStandardHelpOptions = true)
final class ClockCommand implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Option(names = "--step", paramLabel = "TIME", description = "such as 2018-07-03T07:00:00+08:00")
  @Nullable String step;

  @Override
  public Integer call() {
    HubClient operator = hub.operator();
    if (step != null) {
      operator.post("/api/v1/clock", Map.of("business", step)).orThrow();
      setSimulatorClocks(operator.get("/api/v1/clock").orThrow());
    }
    JsonNode clock = operator.get("/api/v1/clock").orThrow();
    System.out.printf(
        "business %s  wall %s  speed %s%n",
        clock.path("business").asText(), clock.path("wall").asText(), clock.path("speed").asText());
    return 0;
  }

  private void setSimulatorClocks(JsonNode clock) {
    DataFolder folder = hub.data.folder();
    new ProcessFiles(folder.run())
        .living(LocalStack.SIMULATORS)
        .map(r -> HubClient.ofSimulators(r.address(), folder.secrets().read("simulator-control")))
        .ifPresent(controls -> controls.post("/control/clock", clock).orThrow());
  }
}
