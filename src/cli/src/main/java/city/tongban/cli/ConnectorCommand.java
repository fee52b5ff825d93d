package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.Finding;
import city.tongban.kit.FolderReport;
import city.tongban.kit.FolderReport.SecretsFolder;
import city.tongban.kit.MappingDryRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** For those who write connectors: on the folders alone, and at the running hub. */
@Command(
    name = "connector",
    description = {
      "Begins a connector, checks its folders, shows one message on its way; for that no hub need"
          + " run.",
      "Brings its versions into the running hub, and takes them back; tests the way to a back-end."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ConnectorNew.class,
      ConnectorStub.class,
      ConnectorActivate.class,
      ConnectorVersions.class,
      ConnectorRollback.class,
      ConnectorDiff.class,
      ConnectorReplay.class,
      ConnectorRecord.class,
      ConnectorProbe.class
    })
final class ConnectorCommand {

  @Mixin FolderOption folder = new FolderOption();

  @Command(
      description = {
        "Looks at everything: names, files, sheets, gates, code lists, examples, rivals.",
        "Ends with 1 when something is to be mended."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(paramLabel = "NAME", arity = "0..*", description = "such as housing; else all")
          @Nullable List<String> names,
      @Option(
              names = "--secrets",
              paramLabel = "DIR",
              description = "also tells which certificates in this folder end within a week")
          @Nullable Path secrets) {
    FolderReport report =
        FolderReport.of(
            folder.path,
            names == null ? List.of() : names,
            secrets == null ? null : new SecretsFolder(secrets, Clock.systemUTC()));
    report.findings().forEach(ConnectorCommand::tell);
    System.out.printf(
        "%d connectors, %d examples, %d to mend%n",
        report.connectors(), report.examples(), report.findings().size());
    return report.findings().isEmpty() ? 0 : 1;
  }

  @Command(
      name = "try",
      description = "Shows what is sent for a case, and what is understood of their answer.",
      mixinStandardHelpOptions = true)
  int attempt(
      @Parameters(paramLabel = "NAME", description = "such as housing") String name,
      @Parameters(paramLabel = "MAPPING", description = "such as lease-filing") String mapping,
      @Parameters(paramLabel = "CASE", description = "a file with a canonical case") Path sample,
      @Option(names = "--reply", paramLabel = "FILE", description = "their answer, if any")
          @Nullable Path reply,
      @Option(names = "--status", defaultValue = "200", description = "of it (${DEFAULT-VALUE})")
          int status)
      throws IOException {
    try {
      MappingDryRun trial = MappingDryRun.of(folder.path, name);
      String canonical = Files.readString(sample, StandardCharsets.UTF_8);
      System.out.println("-- the case\n" + canonical.strip());
      MappingDryRun.Sent sent = trial.sent(mapping, canonical);
      System.out.printf(
          "-- sent: %d bytes of %s%n%s%n", sent.bytes(), sent.contentType(), sent.text());
      if (reply != null) {
        String answer = Files.readString(reply, StandardCharsets.UTF_8);
        System.out.println("-- answered with status " + status + "\n" + answer.strip());
        System.out.println("-- understood\n" + trial.reply(mapping, answer, status));
      }
      return 0;
    } catch (HubException e) {
      Finding finding = Finding.of(name, e);
      throw new CliException(finding.what() + "\n    fix: " + finding.fix());
    }
  }

  static void tell(Finding finding) {
    System.out.println(finding.where() + ": " + finding.what());
    System.out.println("    fix: " + finding.fix());
  }
}
