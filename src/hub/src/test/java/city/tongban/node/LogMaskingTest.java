package city.tongban.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that gets a person's number or a forged line does not show it. */
class LogMaskingTest {
  @ParameterizedTest
  @CsvSource({
    "id 11010519491231002X wrong, id 110***002X wrong",
    "id=110105491231002, id=110***1002",
    "call 13800138000, call 138***8000",
    "card '6222021001112223334' refused, card '622***3334' refused"
  })
  void aNumberOfAPersonIsMasked(String said, String shown) {
    assertThat(LogMasking.line(said)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case 310104-20180702-003460/1",
        "version 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "at 2018-07-02T08:30:03.127962259+08:00",
        "trail 019f5d2a-11aa-7000-8000-123456789012 port 25080"
      })
  void whatIsNoPersonsStays(String said) {
    assertThat(LogMasking.line(said)).isEqualTo(said);
  }

  @Test
  void aLineCannotBeForgedNorTurned() {
    assertThat(LogMasking.line("a\r\nERROR all is lost \u202Eback\u001b[2J"))
        .isEqualTo("a\\u000d\n  | ERROR all is lost \\u202eback\\u001b[2J");
  }

  @Test
  void aLineHasAnEnd() {
    assertThat(LogMasking.line("x".repeat(100_000))).hasSizeLessThan(9_000);
  }
}
