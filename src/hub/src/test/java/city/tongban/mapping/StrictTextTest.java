package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Refusal;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTextTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void gb18030HasEveryCharacter() {
    byte[] bytes = StrictText.encode("䶮𠮷·", GB18030, "/name");

    assertThat(bytes).startsWith(0xFE, 0x9F);
    assertThat(StrictText.decode(bytes, null, GB18030)).isEqualTo("䶮𠮷·");
  }

  @ParameterizedTest
  @CsvSource({"王䶮,U+4DAE", "𠮷田,U+20BB7"})
  void whatGbkDoesNotHaveIsNamedAndNotReplaced(String name, String character) {
    assertThatThrownBy(() -> StrictText.encode(name, GBK, "/case/applicant/name"))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("HUB-9005");
              assertThat(e.problem().what()).startsWith(character);
              assertThat(e.problem().at()).isEqualTo("/case/applicant/name");
              assertThat(e.problem().toString()).doesNotContain(name);
            });
  }

  @Test
  void theDeclaredCharsetGoesBeforeTheUsualOne() {
    byte[] bytes = "成功".getBytes(GBK);

    assertThat(StrictText.decode(bytes, "text/xml; charset=\"gbk\"", UTF_8)).isEqualTo("成功");
    assertThat(StrictText.decode(bytes, "text/xml;Charset=GBK;x=y", UTF_8)).isEqualTo("成功");
    refused(bytes, "text/xml", UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml; charset=no-such", "text/xml; charset=%%%"})
  void aCharsetThatDoesNotExistIsRefused(String contentType) {
    refused("x".getBytes(UTF_8), contentType, UTF_8);
  }

  @Test
  void halfACharacterIsRefused() {
    byte[] whole = "成功".getBytes(GB18030);
    refused(Arrays.copyOf(whole, whole.length - 1), null, GB18030);
    refused(Arrays.copyOf("成功".getBytes(UTF_8), 5), null, UTF_8);
  }

  @Test
  void aLostCharacterIsRefused() {
    refused("张\uFFFD".getBytes(UTF_8), null, UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"成功", "失业登记成功,请保管好回执", "<BUSMSG>未满十六周岁</BUSMSG>"})
  void utf8TakenForGb18030IsFoundThoughItsBytesDecode(String text) {
    refused(text.getBytes(UTF_8), "text/xml; charset=GB18030", GB18030);
  }

  @ParameterizedTest
  @ValueSource(strings = {"成功", "缴费不满十二个月", "联通", "查无此报文", "a", "系统忙", "䶮"})
  void genuineGb18030IsNotTakenForUtf8(String text) {
    assertThatCode(() -> StrictText.decode(text.getBytes(GB18030), null, GB18030))
        .doesNotThrowAnyException();
  }

  @Test
  void aPrologThatNamesAnotherCharsetIsRefused() {
    StrictText.prologAgrees("<?xml version=\"1.0\" encoding=\"gb18030\"?><a/>", GB18030);
    StrictText.prologAgrees("<a/>", GB18030);
    assertThatThrownBy(
            () -> StrictText.prologAgrees("<?xml version='1.0' encoding='UTF-8'?><a/>", GB18030))
        .hasMessageStartingWith("HUB-9007");
  }

  @ParameterizedTest
  @ValueSource(strings = {"成功", "缴费不满十二个月", "非听力、言语残疾", "䶮", "𠮷", "残疾人证号无效"})
  void gb18030UnderTheLabelUtf8IsFound(String text) {
    assertThat(StrictText.mislabelled(text.getBytes(GB18030), GB18030)).contains(GB18030);
  }

  @ParameterizedTest
  @ValueSource(strings = {"成功", "缴费不满十二个月", "ok", "", "䶮", "𠮷"})
  void utf8IsNotTakenForAnythingElse(String text) {
    assertThat(StrictText.mislabelled(text.getBytes(UTF_8), GB18030)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"成功", "缴费不满十二个月", "<FHXX>成功</FHXX>", "<a>成功</a><b>残疾人证号无效</b>"})
  void utf8ThatLostAByteIsNotTakenForOtherChinese(String text) {
    byte[] whole = text.getBytes(UTF_8);
    for (int lost = 0; lost < whole.length; lost++) {
      byte[] damaged = new byte[whole.length - 1];
      System.arraycopy(whole, 0, damaged, 0, lost);
      System.arraycopy(whole, lost + 1, damaged, lost, whole.length - lost - 1);

      assertThat(StrictText.mislabelled(damaged, GB18030)).as("without byte %d", lost).isEmpty();
    }
  }

  @Test
  void halfACharacterOfTheOtherCharsetIsNeither() {
    byte[] whole = "<FHXX>成功</FHXX>".getBytes(GB18030);
    byte[] damaged = Arrays.copyOf(whole, whole.length - 1);
    System.arraycopy(whole, 10, damaged, 9, whole.length - 10);

    assertThat(StrictText.mislabelled(damaged, GB18030)).isEmpty();
  }

  private static void refused(byte[] bytes, String contentType, Charset usual) {
    assertThatThrownBy(() -> StrictText.decode(bytes, contentType, usual))
        .hasMessageStartingWith("HUB-9007");
  }
}
