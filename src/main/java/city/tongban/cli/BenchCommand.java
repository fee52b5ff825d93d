package city.tongban.cli;

import city.tongban.bench.PipelineBench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measurements, each with its baseline in the same run. */
@Command(
    name = "bench",
    description = "What the hub costs beside a bare pipe. It wants the machine for itself.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final int CLIENTS = 32;

  @Option(names = "--only", description = "which measurement: pipeline (the only one so far)")
  String only = "pipeline";

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "measured in each of the four runs (${DEFAULT-VALUE})")
  int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "seconds before that (${DEFAULT-VALUE})")
  int warmUp;

  @Option(
      names = "--profile",
      description = "records the hub's runs with Flight Recorder; the file's name is printed")
  boolean profile;

  @Override
  public Integer call() throws Exception {
    if (!only.equals("pipeline")) {
      throw new Sorry("there is no measurement named " + only + "; there is: pipeline");
    }
    System.out.printf(
        "%d clients, %d processors, Java %s, fsync on, messages of 2 KB%n",
        CLIENTS, Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    new PipelineBench(
            new PipeSide(),
            new HubSide(profile),
            CLIENTS,
            Duration.ofSeconds(warmUp),
            Duration.ofSeconds(seconds),
            System.out::println)
        .run();
    return 0;
  }
}
