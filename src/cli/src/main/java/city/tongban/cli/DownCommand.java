package city.tongban.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the processes that {@code ./hub up} started. */
@Command(
    name = "down",
    description = "Stops the hub and then the simulated departments.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Override
  public Integer call() {
    ProcessFiles files = new ProcessFiles(data.folder().run());
    boolean any =
        files.living(LocalStack.HUB).isPresent() || files.living(LocalStack.SIMULATORS).isPresent();
    LocalStack.stop(data.folder());
    System.out.println(any ? "stopped" : "nothing was running on " + data.folder().root());
    return 0;
  }
}
