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

/** Commands for engineers who write connectors: on the folders alone, and at the running hub. */
@Command(
    name = "connector",
    description = {
      "Creates a connector, checks its folders, maps one message; no hub has to run for that.",
      "Activates and rolls back versions at the running hub; tests the connection to a back-end."
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
        "Checks names, files, stylesheets, schemas, code lists, examples and conflicting items.",
        "Exit code 1 when there are findings."
      },
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "such as housing (default: all)")
          @Nullable List<String> names,
      @Option(
              names = "--secrets",
              paramLabel = "DIR",
              description = "also reports certificates in this folder that expire within a week")
          @Nullable Path secrets) {
    FolderReport report =
        FolderReport.of(
            folder.path,
            names == null ? List.of() : names,
            secrets == null ? null : new SecretsFolder(secrets, Clock.systemUTC()));
    report.findings().forEach(ConnectorCommand::print);
    System.out.printf(
        "%d connectors, %d examples, %d findings%n",
        report.connectors(), report.examples(), report.findings().size());
    return report.findings().isEmpty() ? 0 : 1;
  }

  @Command(
      name = "try",
      description = "Shows the message sent for a case, and how the hub reads the reply.",
      mixinStandardHelpOptions = true)
  int attempt(
      @Parameters(paramLabel = "NAME", description = "such as housing") String name,
      @Parameters(paramLabel = "MAPPING", description = "such as lease-filing") String mapping,
      @Parameters(paramLabel = "CASE", description = "a file with a canonical case") Path sample,
      @Option(
              names = "--reply",
              paramLabel = "FILE",
              description = "the department's reply, if any")
          @Nullable Path reply,
      @Option(
              names = "--status",
              defaultValue = "200",
              description = "HTTP status of the reply (${DEFAULT-VALUE})")
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
        System.out.println("-- reply with status " + status + "\n" + answer.strip());
        System.out.println("-- read as\n" + trial.reply(mapping, answer, status));
      }
      return 0;
    } catch (HubException e) {
      Finding finding = Finding.of(name, e);
      throw new CliException(finding.what() + "\n    fix: " + finding.fix());
    }
  }

  static void print(Finding finding) {
    System.out.println(finding.where() + ": " + finding.what());
    System.out.println("    fix: " + finding.fix());
  }
}
