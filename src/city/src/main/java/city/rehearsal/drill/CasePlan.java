package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The file of planned cases, one line per case, on disk before the first message is sent. */
record CasePlan(Path file) {

  /** Writes all cases and forces them to the disk. */
  void write(CaseGenerator generator, int cases) {
    try (FileOutputStream disk = new FileOutputStream(file.toFile());
        OutputStream lines = new BufferedOutputStream(disk, 1 << 16)) {
      for (PlannedCase planned :
          (Iterable<PlannedCase>) IntStream.range(0, cases).mapToObj(generator::plan)::iterator) {
        lines.write(HubClient.JSON.writeValueAsBytes(planned));
        lines.write('\n');
      }
      lines.flush();
      disk.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the plan " + file, e);
    }
  }

  /** The cases of the file, read lazily: a long plan is never in memory as a whole. */
  Stream<PlannedCase> read() {
    try {
      BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
      return lines.lines().map(CasePlan::planned).onClose(() -> close(lines));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the plan " + file, e);
    }
  }

  private static PlannedCase planned(String line) {
    try {
      return HubClient.JSON.readValue(line, PlannedCase.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a line of the plan cannot be read", e);
    }
  }

  private static void close(BufferedReader lines) {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
