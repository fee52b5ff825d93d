package city.tongban.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: selects the hub of this machine by its data folder. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the hub's data folder (default: data beside the hub script)")
  @Nullable Path data;

  DataFolder folder() {
    return new DataFolder(Optional.ofNullable(data).orElseGet(() -> home().resolve("data")));
  }

  /** The folder of the {@code hub} script, which passes it in {@code HUB_HOME}. */
  static Path home() {
    return Path.of(Optional.ofNullable(System.getenv("HUB_HOME")).orElse("."));
  }
}
