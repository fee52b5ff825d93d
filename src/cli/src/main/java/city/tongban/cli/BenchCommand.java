package city.tongban.cli;

import city.rehearsal.bench.HeapLog;
import city.rehearsal.bench.OverloadBench;
import city.rehearsal.bench.PipelineBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs performance measurements, each with its baseline in the same run. */
@Command(
    name = "bench",
    description = "Measures the hub beside a plain Camel pipe. Needs the machine for itself.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private static final int CLIENTS = 32;

  /**
   * Each client sends again as soon as it has an answer: a hundred are more than twice the
   * capacity.
   */
  private static final int FLOOD_CLIENTS = 100;

  private static final Duration FLOOD = Duration.ofMinutes(2);

  @Option(
      names = "--only",
      defaultValue = "PIPELINE",
      description =
          "pipeline: the hub beside a bare pipe; overload: two minutes of twice the hub's"
              + " capacity (${DEFAULT-VALUE})")
  Measurement only = Measurement.PIPELINE;

  enum Measurement {
    PIPELINE,
    OVERLOAD
  }

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "length of each of the four measured runs (${DEFAULT-VALUE})")
  int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "150",
      description =
          "seconds of load before measuring; the JIT compiler needs about 150"
              + " (${DEFAULT-VALUE})")
  int warmUp;

  @Option(
      names = "--profile",
      description = "records the hub's runs with Flight Recorder and prints the folder")
  boolean profile;

  @Override
  public Integer call() throws Exception {
    System.out.printf(
        "%d processors, Java %s, fsync on, messages of 2 KB%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    return switch (only) {
      case PIPELINE -> pipeline();
      case OVERLOAD -> overload();
    };
  }

  private int pipeline() throws Exception {
    System.out.println(CLIENTS + " clients");
    new PipelineBench(
            new MeasuredPipe(),
            new MeasuredHub(profile ? recorded() : List.of()),
            CLIENTS,
            Duration.ofSeconds(warmUp),
            Duration.ofSeconds(seconds),
            System.out::println)
        .run();
    return 0;
  }

  private static int overload() throws Exception {
    HeapLog heap = new HeapLog(Files.createTempDirectory("tongban-bench-").resolve("gc.log"));
    boolean all =
        new OverloadBench(
                new MeasuredHub(List.of(heap.flag())),
                heap,
                FLOOD_CLIENTS,
                FLOOD,
                System.out::println)
            .run();
    return all ? 0 : 1;
  }

  private static List<String> recorded() throws IOException {
    Path folder = Files.createTempDirectory("tongban-bench-");
    System.out.println("profiles: " + folder);
    // with a folder as file name, each run writes its own file
    return List.of("-XX:StartFlightRecording=settings=profile,filename=" + folder);
  }
}
