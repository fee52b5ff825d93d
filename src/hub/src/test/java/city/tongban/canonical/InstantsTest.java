package city.tongban.canonical;

import static city.tongban.canonical.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @CsvSource({
    "2018-07-02T08:41:10+08:00, 2018-07-02T00:41:10Z",
    "2018-07-02T08:41+08:00, 2018-07-02T00:41:00Z",
    "2018-07-02T00:41:10Z, 2018-07-02T00:41:10Z",
    "2018-07-02T08:41:10.123456789+08:00, 2018-07-02T00:41:10.123456789Z",
    "2018-07-01T18:41:10-06:00, 2018-07-02T00:41:10Z"
  })
  void aTimeWithAnOffsetIsRead(String text, String instant) {
    assertThat(Instants.parse(text).toInstant()).hasToString(instant);
  }

  @Test
  void theOffsetIsKept() {
    assertThat(Instants.parse("2018-07-02T08:41:10+08:00"))
        .hasToString("2018-07-02T08:41:10+08:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-07-02T08:41:10",
        "2018-07-02",
        "2018-07-02 08:41:10",
        "",
        "2018-07-02T08:41:10+0800x"
      })
  void aTimeWithoutAnOffsetIsRefused(String text) {
    assertThat(refused("HUB-1008", () -> Instants.parse(text)).why()).contains("offset");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-02-29T08:41:10+08:00",
        "2018-07-02T24:41:10+08:00",
        "2018-07-02T08:41:60+08:00",
        "2018-07-02T08:41:10+19:00",
        "20180702T084110+08:00",
        "02.07.2018 08:41+08:00",
        "2018-07-02T08:41:10+08:00[Asia/Shanghai]Z",
        "+999999999-01-01T00:00:00Z",
        "1899-12-31T00:00:00Z",
        "0018-07-02T08:41:10+08:00",
        "2018-07-02T08:41:10.000000000000000000000000000000000000000Z"
      })
  void whatIsNoTimeIsRefused(String text) {
    refused("HUB-1008", () -> Instants.parse(text));
  }
}
