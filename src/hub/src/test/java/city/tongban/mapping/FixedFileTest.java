package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A file by its bytes: what is on the wire, and what is not believed. */
class FixedFileTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Path SAMPLES = Path.of("mappings/medical-insurance/samples");
  private final Connector insurer = ShippedConnectors.with("medical-insurance", Map.of());
  private final Mappings mappings = Mappings.forTools();

  @Test
  void sm3GivesTheDigestOfTheStandardsFirstExample() {
    assertThat(Sm3.hex("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }

  @Test
  void aFileIsItsLinesAndATrailerThatCountsAndDigestsThem() throws IOException {
    byte[] line = sample("remote-treatment.line.txt");

    byte[] file = mappings.file(insurer, "YB20180702000001.txt", List.of(line, line));

    assertThat(file).hasSize(3 * 272);
    assertThat(Arrays.copyOf(file, 272)).isEqualTo(ended(line));
    String trailer = new String(file, 544, 270, GB18030);
    assertThat(trailer.substring(0, 113))
        .isEqualTo(
            "TYB20180702000001.txt                    00000002"
                + Sm3.hex(Arrays.copyOf(file, 544)));
    assertThat(trailer.substring(113)).isBlank();
  }

  @Test
  void theSameLinesMakeTheSameFile() throws IOException {
    List<byte[]> lines = List.of(sample("remote-treatment.line.txt"));

    assertThat(mappings.file(insurer, "YB1.txt", lines))
        .isEqualTo(mappings.file(insurer, "YB1.txt", lines));
  }

  @Test
  void aWholeResultFileGivesItsLinesAndItsTrailer() throws IOException {
    ResultFile opened = mappings.open(insurer, results(file -> file));

    assertThat(opened.lines())
        .containsExactly(sample("approved.line.txt"), sample("rejected.line.txt"));
    assertThat(
            mappings
                .result(insurer, "verdict", new RawMessage(0, opened.trailer(), null))
                .delivery())
        .isEqualTo("YB20180702000001.txt");
  }

  @Test
  void halfAFileIsNotTakenWhereverItEnds() throws IOException {
    byte[] whole = results(file -> file);

    for (int end = 0; end < whole.length; end++) {
      int length = end;
      assertThat(refused(results(file -> Arrays.copyOf(file, length)))).isEqualTo("HUB-5010");
    }
  }

  @Test
  void aBitThatWasLostOnTheWayIsNoticed() throws IOException {
    byte[] whole = results(file -> file);

    for (int place : new int[] {0, 60, 170, 180, 355, 400, 410}) {
      byte[] changed = whole.clone();
      changed[place] ^= 1;
      assertThat(refused(changed)).as("bit of byte %d", place).startsWith("HUB-");
    }
  }

  @Test
  void aTrailerThatCountsOtherLinesIsNotBelieved() throws IOException {
    String code =
        refused(
            results(
                file -> {
                  byte[] changed = file.clone();
                  changed[2 * 178 + 48] = '3';
                  return changed;
                }));

    assertThat(code).isEqualTo("HUB-5010");
  }

  private String refused(byte[] file) {
    HubException refused =
        catchThrowableOfType(HubException.class, () -> mappings.open(insurer, file));
    assertThat(refused).as("refused").isNotNull();
    return refused.problem().code();
  }

  /** Two lines and a right trailer, as the insurer writes them. */
  private static byte[] results(UnaryOperator<byte[]> spoil) throws IOException {
    byte[] lines = concat(ended(sample("approved.line.txt")), ended(sample("rejected.line.txt")));
    String trailer = "T%-40s%08d%s00%61s".formatted("YB20180702000001.txt", 2, Sm3.hex(lines), "");
    return spoil.apply(concat(lines, ended(trailer.getBytes(GB18030))));
  }

  private static byte[] ended(byte[] line) {
    return concat(line, new byte[] {'\r', '\n'});
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name)).getBytes(GB18030);
  }
}
