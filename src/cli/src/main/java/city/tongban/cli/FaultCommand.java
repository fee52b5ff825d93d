package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Switches faults of the simulated departments in a rehearsal. */
@Command(
    name = "fault",
    description =
        "Switches faults of the simulated departments; src/docs/faults.md describes each.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | set | clear)")
final class FaultCommand {
  private static final String PATH = "/api/v1/faults";

  @Mixin HubOption hub = new HubOption();

  @Command(
      description = "Lists active faults, and the faults that each department supports.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode faults = hub.operator().get(PATH).orThrow();
    TextTable kinds = new TextTable("back-end", "supports");
    faults
        .path("kinds")
        .properties()
        .forEach(each -> kinds.add(each.getKey(), words(each.getValue())));
    kinds.print();
    System.out.println();
    return on(faults);
  }

  @Command(
      description = "Switches a fault on, for a number or share of calls, or until it is cleared.",
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(paramLabel = "BACK-END", description = "such as housing") String backEnd,
      @Parameters(paramLabel = "FAULT", description = "such as down") String fault,
      @Option(names = "--count", description = "number of calls") @Nullable Integer count,
      @Option(names = "--percent", description = "of the calls, 1 to 99")
          @Nullable Integer percent) {
    Map<String, Object> act = new HashMap<>(Map.of("backEnd", backEnd, "fault", fault));
    if (count != null) {
      act.put("count", count);
    }
    if (percent != null) {
      act.put("percent", percent);
    }
    return on(hub.operator().post(PATH, act).orThrow());
  }

  @Command(description = "Switches all faults off.", mixinStandardHelpOptions = true)
  int clear() {
    return on(hub.operator().delete(PATH).orThrow());
  }

  private static int on(JsonNode answer) {
    TextTable table = new TextTable("back-end", "fault", "strikes");
    for (JsonNode fault : answer.path("faults")) {
      table.add(fault.path("backEnd").asText(), fault.path("fault").asText(), strikes(fault));
    }
    table.print();
    return 0;
  }

  private static String strikes(JsonNode fault) {
    if (fault.hasNonNull("count")) {
      return fault.path("count").asText() + " more calls";
    }
    return fault.hasNonNull("percent")
        ? fault.path("percent").asText() + " of 100 calls"
        : "until it is cleared";
  }

  private static String words(JsonNode kinds) {
    StringBuilder words = new StringBuilder();
    kinds.forEach(kind -> words.append(words.length() == 0 ? "" : " ").append(kind.asText()));
    return words.toString();
  }
}
