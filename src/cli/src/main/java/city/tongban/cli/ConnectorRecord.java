package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.ExampleWriter;
import city.tongban.kit.Finding;
import city.tongban.kit.FolderReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a recorded case into the folder as an example, with the persons replaced. */
@Command(
    name = "record",
    description = {
      "Makes an example of a recorded case: samples and an entry in the mapping's test.yaml.",
      "Names, numbers, telephones and addresses are replaced before anything leaves the hub.",
      "What a person must check is printed, and noted beside the example."
    },
    mixinStandardHelpOptions = true)
final class ConnectorRecord implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();
  @Mixin FolderOption folder = new FolderOption();

  @Parameters(paramLabel = "ID", description = "of a delivery, or of a step of the trace")
  String id = "";

  @Option(names = "--as", required = true, paramLabel = "NAME", description = "name of the samples")
  String as = "";

  @Option(names = "--reason", required = true, description = "recorded in the trace")
  String reason = "";

  @Override
  public Integer call() {
    JsonNode recorded =
        hub.engineer().post("/api/v1/recordings", Map.of("of", id, "reason", reason)).orThrow();
    String backEnd = recorded.path("backEnd").asText();
    write(recorded, backEnd).written().forEach(file -> System.out.println("wrote " + file));
    recorded.path("lookAt").forEach(place -> System.out.println("please check: " + place.asText()));
    FolderReport report = FolderReport.of(folder.path, List.of(backEnd));
    report.findings().forEach(ConnectorCommand::print);
    System.out.printf("%s: %d findings%n", backEnd, report.findings().size());
    return report.findings().isEmpty() ? 0 : 1;
  }

  private ExampleWriter write(JsonNode recorded, String backEnd) {
    try {
      ExampleWriter example = new ExampleWriter(folder.path, backEnd, as);
      Map<String, String> parameters =
          Map.of(
              "delivery", recorded.path("delivery").asText(),
              "original", recorded.path("original").asText(),
              "reason", recorded.path("reason").asText());
      List<String> lookAt = new ArrayList<>();
      recorded.path("lookAt").forEach(place -> lookAt.add(place.asText()));
      example.request(
          recorded.path("mapping").asText(),
          recorded.path("canonical").asText(),
          parameters,
          lookAt);
      for (JsonNode heard : recorded.path("heard")) {
        example.heard(
            heard.path("what").asText(),
            heard.path("mapping").asText(),
            heard.path("document").asText(),
            heard.hasNonNull("status") ? heard.path("status").asInt() : null);
      }
      return example;
    } catch (HubException e) {
      throw new CliException(Finding.of("connectors/" + backEnd, e).what());
    } catch (IllegalArgumentException e) {
      throw new CliException(String.valueOf(e.getMessage()));
    }
  }
}
