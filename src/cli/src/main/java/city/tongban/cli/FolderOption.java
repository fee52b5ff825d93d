package city.tongban.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --folder}: the working copy that a command reads. */
final class FolderOption {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "folder with connectors/ and mappings/ (default: this working copy)")
  Path path = DataOption.home();
}
