package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.BundleFiles;
import city.tongban.kit.Finding;
import city.tongban.kit.FolderReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folders of a working copy the active version at the running hub. */
@Command(
    name = "activate",
    description = {
      "Checks the folders of a connector, sends them to the running hub and makes them its active"
          + " version.",
      "A version that does not work is refused, and the version before stays active."
    },
    mixinStandardHelpOptions = true)
final class ConnectorActivate implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();
  @Mixin FolderOption folder = new FolderOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Option(names = "--reason", required = true, description = "recorded in the trace")
  String reason = "";

  @Option(
      names = "--as-shipped",
      description = "activate the version that the program brings, and follow it from now on")
  boolean asShipped;

  @Override
  public Integer call() {
    ConnectorVersionsClient versions = new ConnectorVersionsClient(hub.engineer(), name);
    String seen = versions.read().path("active").asText();
    if (asShipped) {
      return print(seen, versions.choose("activation", null, seen, reason));
    }
    BundleFiles packed = checked();
    if (packed.version().equals(seen)) {
      System.out.printf(
          "%s: %s is already active%n", name, ConnectorVersionsClient.shortened(seen));
      return 0;
    }
    String version = versions.send(packed.zip());
    return print(seen, versions.choose("activation", version, seen, reason));
  }

  private BundleFiles checked() {
    try {
      FolderReport report = FolderReport.of(folder.path, List.of(name));
      if (!report.findings().isEmpty()) {
        report.findings().forEach(ConnectorCommand::print);
        throw new CliException("nothing was sent; %d findings".formatted(report.findings().size()));
      }
      System.out.printf("%s: %d examples passed%n", name, report.examples());
      return BundleFiles.of(folder.path, name);
    } catch (HubException e) {
      ConnectorCommand.print(Finding.of("connectors/" + name, e));
      throw new CliException("nothing was sent; 1 finding");
    }
  }

  private int print(String seen, JsonNode now) {
    System.out.printf(
        "%s: %s is active (before: %s); new calls use it within a second%n",
        name,
        ConnectorVersionsClient.shortened(now.path("active").asText()),
        ConnectorVersionsClient.shortened(seen));
    System.out.printf("to go back: ./hub connector rollback %s --reason ...%n", name);
    return 0;
  }
}
