package city.tongban.cli;

import city.rehearsal.client.HubClient;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The option {@code --at}: the running hub that a command calls, and the tokens for it. */
final class HubOption {
  @Mixin DataOption data = new DataOption();

  @Option(
      names = "--at",
      paramLabel = "URL",
      description = "another hub than the one of the data folder")
  @Nullable URI at;

  HubClient operator() {
    return HubClient.of(address(), data.folder().secrets().read("token-operator"));
  }

  /** A client with the engineer's token, which may change connectors. */
  HubClient engineer() {
    return HubClient.of(address(), data.folder().secrets().read("token-engineer"));
  }

  /** A client with the administrator's token, which may change accounts. */
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
