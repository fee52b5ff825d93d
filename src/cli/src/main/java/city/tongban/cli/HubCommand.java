package city.tongban.cli;

import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line {@code ./hub}. */
@Command(
    name = "hub",
    description = "Tongban Hub 通办枢纽: starts, stops, inspects and rehearses the hub.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TrailCommand.class,
      ParkedCommand.class,
      NoticesCommand.class,
      CatalogueCommand.class,
      ClockCommand.class,
      SumCommand.class,
      AccountCommand.class,
      FaultCommand.class,
      ConnectorCommand.class,
      MappingCommand.class,
      DrillCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "Two more commands run Maven: ./hub test, everything that CI runs; ./hub chaos, its kill test"
          + " alone."
    })
public final class HubCommand {
  private HubCommand() {}

  public static void main(String[] arguments) {
    // Chinese names are printed correctly whatever the terminal's locale is
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new HubCommand())
        .setExecutionExceptionHandler(HubCommand::explain)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(30)
        .execute(arguments);
  }

  /** Prints a failure that a person can act on as a sentence; rethrows a programming error. */
  private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof CliException || e instanceof ServerUnreachable || e instanceof Reply.Refused) {
      line.getErr().println("hub: " + e.getMessage());
      return 1;
    }
    throw e;
  }

  private static PrintStream utf8(FileDescriptor file) {
    return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
  }
}
