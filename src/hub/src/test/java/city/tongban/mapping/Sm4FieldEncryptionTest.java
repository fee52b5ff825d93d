package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.security.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sm4FieldEncryptionTest {
  private static final String CREDENTIAL = "economy-informatisation";
  private final FieldEncryption seal = new Sm4FieldEncryption(FieldKeys.credentials(), CREDENTIAL);

  @Test
  void whatIsSealedOpensAtItsPlaceAndNowhereElse() {
    String sealed = seal.seal("周䶮𠮷", "310104-20180702-000801/1/xm");

    assertThat(FieldKeys.opened(sealed, "310104-20180702-000801/1/xm")).isEqualTo("周䶮𠮷");
    assertThatThrownBy(() -> FieldKeys.opened(sealed, "310104-20180702-000802/1/xm"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void theSameTextIsSealedOtherwiseEachTime() {
    assertThat(seal.seal("张三", "a/xm")).isNotEqualTo(seal.seal("张三", "a/xm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123", "no hexadecimal at all", "0123456789abcdeffedcba987654321"})
  void aKeyOfAnotherFormIsASentence(String key, @TempDir Path secrets) throws Exception {
    Files.writeString(secrets.resolve(CREDENTIAL + "-fields"), key);
    FieldEncryption broken = new Sm4FieldEncryption(new Credentials(secrets), CREDENTIAL);

    assertThatThrownBy(() -> broken.seal("张三", "a/xm"))
        .hasMessage("HUB-8007: credential 'economy-informatisation-fields' has the wrong form")
        .hasMessageNotContaining(key);
  }

  @Test
  void aKeyThatIsNotThereIsASentence(@TempDir Path secrets) {
    FieldEncryption keyless = new Sm4FieldEncryption(new Credentials(secrets), CREDENTIAL);

    assertThatThrownBy(() -> keyless.seal("张三", "a/xm")).hasMessageStartingWith("HUB-8007");
  }
}
