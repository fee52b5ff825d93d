package city.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * CPU time and disk writes of a process and its children since their start, by the operating
 * system.
 *
 * @param diskBytes bytes written to the disk; 0 where the system does not report them (Linux does)
 */
record ProcessUsage(Duration cpu, long diskBytes) {

  static ProcessUsage of(ProcessHandle program) {
    return all(program)
        .map(
            process ->
                new ProcessUsage(
                    process.info().totalCpuDuration().orElse(Duration.ZERO),
                    written(process.pid())))
        .reduce(new ProcessUsage(Duration.ZERO, 0), ProcessUsage::plus);
  }

  ProcessUsage since(ProcessUsage before) {
    return new ProcessUsage(cpu.minus(before.cpu), diskBytes - before.diskBytes);
  }

  private ProcessUsage plus(ProcessUsage other) {
    return new ProcessUsage(cpu.plus(other.cpu), diskBytes + other.diskBytes);
  }

  private static Stream<ProcessHandle> all(ProcessHandle program) {
    return Stream.concat(Stream.of(program), program.descendants());
  }

  private static long written(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "io"))) {
      return lines
          .filter(line -> line.startsWith("write_bytes: "))
          .mapToLong(line -> Long.parseLong(line.substring("write_bytes: ".length()).strip()))
          .sum();
    } catch (IOException e) {
      return 0; // the process has ended, or this is not Linux
    }
  }
}
