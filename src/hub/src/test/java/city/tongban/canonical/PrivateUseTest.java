package city.tongban.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the table against the Java runtime's own GB 18030, row by row. */
class PrivateUseTest {
  /** What GB 18030-2022 itself leaves in private use. */
  private static final Set<String> LEFT_THERE =
      Set.of("FE51", "FE52", "FE53", "FE6C", "FE76", "FE91");

  record Row(int privateUse, int unicode, String gbk, String character) {}

  private static List<Row> rows() throws Exception {
    try (var file = PrivateUse.class.getResourceAsStream("private-use.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(c -> new Row(Integer.parseInt(c[0], 16), Integer.parseInt(c[1], 16), c[2], c[3]))
          .toList();
    }
  }

  @Test
  void theEightyCharactersOfGbkAndTwoLettersAreThere() throws Exception {
    assertThat(rows()).hasSize(82);
    for (int c = 0xE815; c <= 0xE864; c++) {
      assertThat(PrivateUse.meaning(c)).as("U+%04X", c).isPresent();
    }
  }

  @Test
  void aRowSaysWhatItsBytesMeanToday() throws Exception {
    for (Row row : rows()) {
      byte[] bytes = HexFormat.of().parseHex(row.gbk());
      int decoded = new String(bytes, Charset.forName("GB18030")).codePointAt(0);
      int expected = LEFT_THERE.contains(row.gbk()) ? row.privateUse() : row.unicode();

      assertThat(decoded).as(row.gbk()).isEqualTo(expected);
    }
  }

  @Test
  void aRowIsItsOwnProofAndLeadsOutOfPrivateUse() throws Exception {
    for (Row row : rows()) {
      assertThat(Character.toString(row.unicode())).isEqualTo(row.character());
      assertThat(PrivateUse.holds(row.unicode())).isFalse();
      assertThat(PrivateUse.meaning(row.privateUse())).hasValue(row.unicode());
    }
  }

  @Test
  void theRowsFollowTheOrderOfTheCodePage() throws Exception {
    int code = 0xE815;
    for (int trail = 0x50; trail <= 0xA0; trail++) {
      if (trail == 0x7F) {
        continue; // no trail byte of GBK
      }
      String gbk = "FE%02X".formatted(trail);
      int expected = code++;
      assertThat(rows())
          .filteredOn(row -> row.gbk().equals(gbk))
          .extracting(Row::privateUse)
          .containsExactly(expected);
    }
  }
}
