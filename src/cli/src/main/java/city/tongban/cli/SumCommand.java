package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the balance of cases: in = out + refused + parked + waiting. */
@Command(
    name = "sum",
    description = "Counts cases in, out, refused, parked and waiting in one database snapshot.",
    mixinStandardHelpOptions = true)
final class SumCommand implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Override
  public Integer call() {
    JsonNode sum = hub.operator().get("/api/v1/sum").orThrow();
    System.out.println("all  " + counts(sum));
    for (Map.Entry<String, JsonNode> backEnd : sum.path("byBackEnd").properties()) {
      System.out.println(backEnd.getKey() + "  " + counts(backEnd.getValue()));
    }
    for (Map.Entry<String, JsonNode> backEnd : sum.path("queries").properties()) {
      System.out.println("questions to " + backEnd.getKey() + "  " + counts(backEnd.getValue()));
    }
    return 0;
  }

  private static String counts(JsonNode sum) {
    StringBuilder line = new StringBuilder();
    for (Map.Entry<String, JsonNode> count : sum.properties()) {
      if (count.getValue().isNumber()) {
        line.append(count.getKey()).append('=').append(count.getValue().asText()).append(' ');
      }
    }
    return line.toString().strip();
  }
}
