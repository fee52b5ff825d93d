package city.tongban.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what {@code ./hub up} has started. */
@Command(
    name = "down",
    description = "Stops the hub and then the simulated departments.",
    mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {
  @Mixin DataOption data = new DataOption();

  @Override
  public Integer call() {
    RunFiles files = new RunFiles(data.folder().run());
    boolean any = files.living(City.HUB).isPresent() || files.living(City.SIMULATORS).isPresent();
    City.stop(data.folder());
    System.out.println(any ? "stopped" : "nothing was running on " + data.folder().root());
    return 0;
  }
}
