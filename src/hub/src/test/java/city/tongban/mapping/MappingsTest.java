package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingsTest {
  private final Mappings mappings = Mappings.forTools();

  @Test
  void theBytesAreInTheirCharsetAndTheSameEachTime() throws Exception {
    Connector hr = ShippedConnectors.with("human-resources", Map.of());

    byte[] first = request(hr).bytes();

    assertThat(new String(first, Charset.forName("GB18030")))
        .startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?><ROOT><HEAD>")
        .contains("<AAC003>周䶮</AAC003>", "上海𠮷祥机械有限公司");
    assertThat(request(hr).bytes()).isEqualTo(first);
  }

  @Test
  void aPartnerWhoseCharsetLacksACharacterIsNotSentAnother() {
    Connector gbk =
        ShippedConnectors.with(
            "human-resources",
            Map.of("charset: GB18030 ", "charset: GBK ", "charset=GB18030", "charset=GBK"));

    Refusal refused = catchThrowableOfType(Refusal.class, () -> request(gbk));

    assertThat(refused.problem().code()).isEqualTo("HUB-9005");
    assertThat(refused.problem().what()).startsWith("U+4DAE");
    assertThat(refused.problem().at()).isEqualTo("/case/applicant/name");
  }

  @Test
  void whatIsLargerThanTheyTakeIsNotSentAndNotCut() throws Exception {
    int size = request(ShippedConnectors.with("human-resources", Map.of())).bytes().length;

    assertThat(request(taking(size)).bytes()).hasSize(size);
    Refusal refused = catchThrowableOfType(Refusal.class, () -> request(taking(size - 1)));
    assertThat(refused.problem().code()).isEqualTo("HUB-9020");
    assertThat(refused.problem().why())
        .isEqualTo("it has %d bytes, and limits.requestSize is %d".formatted(size, size - 1));
  }

  private static Connector taking(int bytes) {
    return ShippedConnectors.with(
        "human-resources", Map.of("attempts: 5", "attempts: 5\n  requestSize: " + bytes + "B"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lease-filing.request.xsl|<xsl:stylesheet|mappings/housing/lease-filing.request.xsl",
        "lease-filing.request.xsl|select=\"wire:fit(value|line 16",
        "schema/lease-filing.request.json|\"common.json#|schema/lease-filing.request.json",
        "codes/state.csv|ours,theirs|codes/state.csv line 1"
      })
  void aBrokenFileIsASentenceWithItsPlace(String file, String spoil, String place) {
    String broken =
        Bundles.text("housing", "mappings/" + file)
            .replace(spoil, spoil.replace("common", "http://x/y") + "(");
    Connector connector = Bundles.with("housing", "mappings/" + file, broken);

    assertThatThrownBy(() -> mappings.check(connector))
        .hasMessageStartingWith("HUB-8009")
        .hasMessageContaining(place);
  }

  @Test
  void aSchemaIsNeverFetched() {
    Connector connector =
        Bundles.with(
            "housing", "mappings/schema/reply.json", "{\"$ref\": \"http://127.0.0.1:1/x.json\"}");

    assertThatThrownBy(() -> mappings.check(connector)).hasMessageStartingWith("HUB-8009");

    Connector xsd =
        Bundles.with(
            "human-resources",
            "mappings/schema/reply.xsd",
            "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include"
                + " schemaLocation=\"http://127.0.0.1:1/x.xsd\"/></xs:schema>");
    assertThatThrownBy(() -> mappings.check(xsd))
        .hasMessageStartingWith("HUB-8009: mappings/human-resources/schema/reply.xsd");
  }

  private MappedMessage request(Connector hr) throws Exception {
    return mappings.request(
        hr,
        "unemployment-registration",
        Files.readString(
            Path.of("mappings/human-resources/samples/unemployment-registration.case.xml")),
        Map.of("delivery", "310104-20180702-000501/1"));
  }
}
