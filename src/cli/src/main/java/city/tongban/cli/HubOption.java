package city.tongban.cli;

import city.rehearsal.client.HubClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The running hub that a command asks, in the operator's name. */
final class HubOption {
  @Mixin DataOption data = new DataOption();

  @Option(
      names = "--at",
      paramLabel = "URL",
      description = "another hub than the one that runs on the data folder")
  @Nullable URI at;

  HubClient operator() {
    return HubClient.of(address(), data.folder().secrets().read("token-operator"));
  }

  /** In the name of whoever changes connectors; the operator's token does not. */
  HubClient engineer() {
    return HubClient.of(address(), data.folder().secrets().read("token-engineer"));
  }

  /** In the name of whoever gives accounts; a token of its own, which no operator needs. */
  HubClient administrator() {
    return HubClient.of(address(), data.folder().secrets().read("token-administrator"));
  }

  private URI address() {
    return Optional.ofNullable(at).orElseGet(this::running);
  }

  private URI running() {
    return new ProcessFiles(data.folder().run())
        .living(LocalStack.HUB)
        .map(RunningProcess::address)
        .orElseThrow(
            () ->
                new CliException(
                    "no hub runs on %s; start one with ./hub up, or name one with --at"
                        .formatted(data.folder().root())));
  }
}
