package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.BundleFiles;
import city.tongban.kit.Finding;
import city.tongban.kit.VersionDiff;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the difference between two versions of a connector. */
@Command(
    name = "diff",
    description = {
      "Shows what differs between two versions, file by file.",
      "A version is the beginning of its digest, or one of: active, shipped, folder.",
      "Exit code 1 when something differs."
    },
    mixinStandardHelpOptions = true)
final class ConnectorDiff implements Callable<Integer> {
  @Mixin HubOption hub = new HubOption();
  @Mixin FolderOption folder = new FolderOption();

  @Parameters(paramLabel = "NAME", description = "such as housing")
  String name = "";

  @Parameters(paramLabel = "FROM", defaultValue = "active", description = "(${DEFAULT-VALUE})")
  String from = "";

  @Parameters(paramLabel = "TO", defaultValue = "folder", description = "(${DEFAULT-VALUE})")
  String to = "";

  @Override
  public Integer call() {
    List<String> lines = VersionDiff.of(packed(from), packed(to));
    lines.forEach(System.out::println);
    return lines.isEmpty() ? 0 : 1;
  }

  private BundleFiles packed(String version) {
    if (version.equals("folder")) {
      try {
        return BundleFiles.of(folder.path, name);
      } catch (HubException e) {
        throw new CliException(Finding.of("connectors/" + name, e).what());
      }
    }
    ConnectorVersionsClient versions = new ConnectorVersionsClient(hub.engineer(), name);
    boolean word = version.equals("active") || version.equals("shipped");
    String digest = word ? versions.read().path(version).asText() : version;
    return BundleFiles.of(versions.bundle(digest));
  }
}
