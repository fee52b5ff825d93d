package city.tongban.cli;

import city.tongban.canonical.HubException;
import city.tongban.kit.ConnectorScaffold;
import city.tongban.kit.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Begins a connector from what a department gives us. */
@Command(
    name = "new",
    description = {
      "Writes the folders of a new connector from a sample, an OpenAPI, an XSD, a WSDL or a sheet.",
      "What it writes passes 'connector check'; nothing is overwritten."
    },
    mixinStandardHelpOptions = true)
final class ConnectorNew implements Callable<Integer> {
  @ParentCommand @Nullable ConnectorCommand connector;

  @Parameters(paramLabel = "NAME", description = "of its folders, such as weather-relief")
  String name = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "sample.json, openapi.yaml, contract.xsd, service.wsdl or sheet.csv")
  Path from = Path.of("");

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      description =
          "where the source tells of several: operation, path or element (default: the first)")
  @Nullable String operation;

  @Option(
      names = "--department",
      paramLabel = "XX",
      description = "who owns it (default: the item's first letters)")
  @Nullable String department;

  @Option(
      names = "--item",
      paramLabel = "CODE",
      defaultValue = "XX0001",
      description = "of items.csv (default: ${DEFAULT-VALUE}, to be replaced)")
  String item = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "of that item")
  @Nullable String title;

  @Option(
      names = "--question",
      description = "it is answered at the counter, while the resident waits")
  boolean question;

  @Override
  public Integer call() {
    Path root = connector == null ? DataOption.home() : connector.folder.path;
    try {
      List<String> files =
          new ConnectorScaffold(root)
              .write(
                  name, from, operation, department, item, title == null ? name : title, question);
      files.forEach(System.out::println);
      System.out.printf(
          """

          Next: read connectors/%s/connector.yaml, look at each line of the sheets, then
            ./hub connector check %s
            ./hub mapping test %s
            ./hub connector stub %s
          """,
          name, name, name, name);
      return 0;
    } catch (HubException e) {
      Finding finding = Finding.of(name, e);
      throw new CliException(finding.what() + "\n    fix: " + finding.fix());
    }
  }
}
