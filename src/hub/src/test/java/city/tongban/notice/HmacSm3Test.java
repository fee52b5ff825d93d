package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against values that two other implementations gave. */
class HmacSm3Test {
  private static final HexFormat HEX = HexFormat.of();
  private final HmacSm3 hmac = new HmacSm3();

  @Test
  void signsWhatItIsGivenInOneOrManyParts() {
    byte[] key = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    assertThat(HEX.formatHex(hmac.sign(key, utf8("01644b1c.1772413200.{\"name\":\"王小明\"}"))))
        .isEqualTo("f94a716b23a1a54f7ed9afa6d4f9e7c6b36287a32e244d923cb03eb8d999c007");
    assertThat(hmac.sign(key, utf8("01644b1c."), utf8("1772413200."), utf8("{\"name\":\"王小明\"}")))
        .isEqualTo(
            HEX.parseHex("f94a716b23a1a54f7ed9afa6d4f9e7c6b36287a32e244d923cb03eb8d999c007"));
  }

  @Test
  void takesAKeyLongerThanABlockAndAnEmptyMessage() {
    assertThat(HEX.formatHex(hmac.sign(utf8("k".repeat(100)), new byte[0])))
        .isEqualTo("2d576bdc4da7785b340213b647715b9f148511da717c2bf00eb1968e04d23ccc");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
