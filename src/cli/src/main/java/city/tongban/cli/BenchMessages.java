package city.tongban.cli;

import city.rehearsal.bench.MeasuredSystem.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The same application in two forms: as a centre sends it, and in the canonical form. */
final class BenchMessages {
  private static final String RUN = "bench-" + Long.toString(System.nanoTime(), 36);

  private final String template;
  private final String contentType;

  private BenchMessages(String file, String contentType) {
    this.contentType = contentType;
    try (InputStream in =
        BenchMessages.class.getResourceAsStream("/city/rehearsal/bench/" + file)) {
      this.template =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BenchMessages forTheHub() {
    return new BenchMessages("benefit.json", "application/json");
  }

  static BenchMessages forThePipe() {
    return new BenchMessages("benefit.case.xml", "application/xml");
  }

  Sample next(int n) {
    String text = template.replace("@ID@", RUN + "-" + n).replace("@SERIAL@", "%06d".formatted(n));
    return new Sample(text.getBytes(StandardCharsets.UTF_8), contentType);
  }
}
