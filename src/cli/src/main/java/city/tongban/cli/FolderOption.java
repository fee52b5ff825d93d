package city.tongban.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The working copy that a command reads. */
final class FolderOption {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "where connectors/ and mappings/ lie (default: this working copy)")
  Path path = DataOption.home();
}
