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

/** Creates a connector from a contract or a sample that a department supplied. */
@Command(
    name = "new",
    description = {
      "Writes the folders of a new connector from a sample, OpenAPI, XSD, WSDL or CSV file.",
      "The new folders pass 'connector check'; no file is overwritten."
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
      description = "which operation, path or element of the source (default: the first)")
  @Nullable String operation;

  @Option(
      names = "--department",
      paramLabel = "XX",
      description = "the owner (default: the item's first letters)")
  @Nullable String department;

  @Option(
      names = "--item",
      paramLabel = "CODE",
      defaultValue = "XX0001",
      description = "from items.csv (default: ${DEFAULT-VALUE}, to be replaced)")
  String item = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "title of the item")
  @Nullable String title;

  @Option(
      names = "--question",
      description = "the item is answered at the counter, while the resident waits")
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
