package city.tongban.cli;

import city.rehearsal.client.SharedSecrets;
import city.tongban.canonical.HubException;
import city.tongban.kit.Finding;
import city.tongban.kit.StubServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs a stub of one back-end until Ctrl-C: recorded answers, or its simulator. */
@Command(
    name = "stub",
    description = {
      "Runs a stub of one back-end: the answers of its stub.yaml, or else its simulator.",
      "Ctrl-C ends it."
    },
    mixinStandardHelpOptions = true)
final class ConnectorStub implements Callable<Integer> {
  private static final int ANY = 0;

  @ParentCommand @Nullable ConnectorCommand connector;
  @Mixin DataOption data = new DataOption();

  @Parameters(paramLabel = "NAME", description = "such as weather-relief")
  String name = "";

  @Option(
      names = "--port",
      description =
          "to listen on (default: the one in connector.yaml; for a simulator, any free port)")
  @Nullable Integer port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = connector == null ? DataOption.home() : connector.folder.path;
    boolean recorded = Files.exists(root.resolve("connectors").resolve(name).resolve("stub.yaml"));
    return recorded ? recorded(root) : simulator();
  }

  private int recorded(Path root) throws IOException, InterruptedException {
    Consumer<String> log = System.out::println;
    try (StubServer stub = StubServer.start(root, name, port, log)) {
      System.out.printf(
          "%s answers at %s from connectors/%s/stub.yaml%n"
              + "  hub.connectors.addresses.%s=%s%nCtrl-C ends it.%n",
          name, stub.address(), name, name, stub.address());
      new CountDownLatch(1).await(); // until a signal ends the process
      return 0;
    } catch (BindException e) {
      throw new CliException("another program uses the port; choose another with --port", e);
    } catch (HubException e) {
      Finding finding = Finding.of(name, e);
      throw new CliException(finding.what() + "\n    fix: " + finding.fix(), e);
    }
  }

  /** A child process in the same terminal: Ctrl-C ends both. */
  private int simulator() throws InterruptedException {
    DataFolder folder = data.folder();
    SharedSecrets.make(folder.secrets().closed());
    List<String> arguments =
        List.of(
            "--only=" + name,
            "--port=" + (port == null ? ANY : port),
            "--hub=http://127.0.0.1:8080",
            "--secrets=" + folder.secrets().folder(),
            "--stores=" + folder.stub(name));
    JavaProgram program =
        new JavaProgram(
            LocalStack.SIMULATORS_PROGRAM,
            Programs.installed().city(),
            List.of("-Xmx256m"),
            arguments);
    return program.runInForeground();
  }
}
