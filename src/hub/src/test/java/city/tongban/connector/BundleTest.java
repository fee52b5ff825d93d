package city.tongban.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final byte[] A = "甲".getBytes(UTF_8);
  private static final byte[] B = "乙".getBytes(UTF_8);

  @Test
  void equalFilesGiveEqualBytesWhateverTheirOrder() {
    Map<String, byte[]> one = new LinkedHashMap<>();
    one.put("mappings/b.xsl", B);
    one.put("connector/connector.yaml", A);
    Map<String, byte[]> other = new LinkedHashMap<>();
    other.put("connector/connector.yaml", A);
    other.put("mappings/b.xsl", B);

    assertThat(Bundle.of(one).zip()).isEqualTo(Bundle.of(other).zip());
    // written down, so that another JDK or time zone that packs differently is noticed
    assertThat(Bundle.of(one).version()).isEqualTo("f60295e20d62");
  }

  @Test
  void whatWasPackedIsUnpacked() {
    Bundle packed = Bundle.of(Map.of("mappings/codes/a.csv", A, "mappings/b.xsl", B));

    Bundle opened = Bundle.open(packed.digest(), packed.zip());

    assertThat(opened).isEqualTo(packed);
    assertThat(opened.file("mappings/codes/a.csv")).hasValue(A);
    assertThat(opened.file("no")).isEmpty();
    assertThat(opened.under("mappings/codes/")).containsExactly("mappings/codes/a.csv");
  }

  @Test
  void aBundleThatIsNotWhatItsDigestSaysIsRefused() {
    Bundle packed = Bundle.of(Map.of("a", A));
    byte[] zip = packed.zip();
    zip[40] ^= 1;

    assertThatThrownBy(() -> Bundle.open(packed.digest(), zip)).hasMessageStartingWith("HUB-8008");
  }

  @Test
  void aBundleThatUnpacksToTooMuchIsRefused() {
    Bundle large = Bundle.of(Map.of("a", new byte[33 * 1024 * 1024]));

    assertThatThrownBy(() -> Bundle.open(large.digest(), large.zip()))
        .hasMessageStartingWith("HUB-8008");
  }
}
