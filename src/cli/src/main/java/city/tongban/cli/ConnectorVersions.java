package city.tongban.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists which versions of a connector were active, when, chosen by whom and why. */
@Command(
    name = "versions",
    description = "Lists the versions with time, user and reason, the latest first.",
    mixinStandardHelpOptions = true)
final class ConnectorVersions implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Override
  public Integer call() {
    JsonNode found = new ConnectorVersionsClient(hub.engineer(), name).read();
    TextTable table = new TextTable("version", "since", "chosen by", "", "why");
    boolean latest = true;
    for (JsonNode change : found.path("changes")) {
      table.add(
          ConnectorVersionsClient.shortened(change.path("version").asText()),
          change.path("at").asText(),
          change.path("by").asText("as shipped"),
          marks(change, found, latest),
          change.path("reason").asText(""));
      latest = false;
    }
    table.print();
    return 0;
  }

  private static String marks(JsonNode change, JsonNode found, boolean latest) {
    List<String> marks = new ArrayList<>();
    if (latest) {
      marks.add("active");
    }
    if (change.path("version").equals(found.path("shipped"))) {
      marks.add("shipped");
    }
    if (change.path("back").asBoolean()) {
      marks.add("rollback");
    }
    return String.join(", ", marks);
  }
}
