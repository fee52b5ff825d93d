package city.tongban.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class PayloadTextTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void xmlInsideACdataSectionIsLaidOutToo() {
    String soap =
        "<?xml version=\"1.0\" encoding=\"GB18030\"?><e><r><![CDATA[<ROOT><A>𠮷䶮</A></ROOT>]]></r></e>";

    PayloadText text = PayloadText.of(soap.getBytes(GB18030), "text/xml; charset=GB18030");

    assertThat(text.language()).isEqualTo("xml");
    assertThat(text.charset()).isEqualTo("GB18030");
    assertThat(text.text())
        .startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<e>\n")
        .containsPattern("<ROOT>\n +<A>𠮷䶮</A>\n</ROOT>");
  }

  @Test
  void jsonKeepsItsDigitsAndANameThatComesTwice() {
    String json = "{\"rent\":5200.00,\"n\":1,\"n\":12345678901234567890.10}";

    assertThat(of(json, "application/json").text())
        .contains("5200.00", "12345678901234567890.10", "\"n\" : 1,");
  }

  @Test
  void whatDoesNotParseIsLeftAsItCame() {
    assertThat(of("{\"a\":", "application/json").text()).isEqualTo("{\"a\":");
    assertThat(of("<a><b></a>", "text/xml").text()).isEqualTo("<a><b></a>");
    assertThat(
            of("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", "text/xml")
                .text())
        .contains("&x;");
    assertThat(of("plain", "text/plain").language()).isEqualTo("plaintext");
  }

  @Test
  void bytesOfAnotherCharsetAreNotGuessedAt() {
    PayloadText text = PayloadText.of("中文".getBytes(GB18030), "application/json; charset=UTF-8");

    assertThat(text.readable()).isFalse();
    assertThat(text.text()).startsWith("000000  d6 d0 ce c4");
  }

  @Test
  void whatGbkHasAsAPrivateCharacterIsReadable() {
    byte[] name = {(byte) 0xD6, (byte) 0xDC, (byte) 0xFE, (byte) 0x9F};

    PayloadText text = PayloadText.of(name, "text/csv; charset=GBK");

    assertThat(text.text()).isEqualTo("周䶮");
    assertThat(text.charset()).isEqualTo("GBK");
  }

  @Test
  void charactersThatDeceiveTheEyeAreWrittenOut() {
    PayloadText text = of("a\u202Eb\u200Bc\uE863", "text/plain");

    assertThat(text.marked()).isTrue();
    assertThat(text.text()).isEqualTo("a⟦U+202E⟧b⟦U+200B⟧c⟦U+E863⟧");
    assertThat(of("line\r\n\tnext", "text/plain").marked()).isFalse();
  }

  @Test
  void fiveMegabytesShowTheirBeginningOnly() {
    PayloadText text = of("𠮷".repeat(2_500_000), "text/plain");

    assertThat(text.cut()).isTrue();
    assertThat(text.text().length()).isLessThanOrEqualTo(64 * 1024);
    assertThat(text.text()).endsWith("𠮷");
  }

  @Test
  void theHexOfALargeBodySaysThatItWasCut() {
    byte[] bytes = new byte[10_000];
    bytes[0] = (byte) 0xff;

    assertThat(PayloadText.of(bytes, "text/plain; charset=UTF-8").cut()).isTrue();
    assertThat(PayloadText.of(new byte[] {(byte) 0xff}, "text/plain").cut()).isFalse();
  }

  @Test
  void anUnknownCharsetOrTypeIsReadAsUtf8() {
    assertThat(of("中", "text/xml; charset=KLINGON").charset()).isEqualTo("UTF-8");
    assertThat(of("中", "not a type at all").text()).isEqualTo("中");
  }

  private static PayloadText of(String text, String contentType) {
    return PayloadText.of(text.getBytes(UTF_8), contentType);
  }
}
