package city.tongban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two messages that say the same have one digest, and no two that do not. */
class ContentDigestTest {
  private static final String MESSAGE =
      "{\"a\":\"1\",\"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"]},\"n\":12}";
  private static final String DIGEST = digest("", MESSAGE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\" : \"1\",\n \"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"]},\"n\":12 }",
        "{\"n\":12,\"b\":{\"d\":[\"x\",\"y\"],\"c\":\"\\u738b\"},\"a\":\"1\"}"
      })
  void howItWasWrittenDoesNotCount(String same) {
    assertThat(digest("", same)).isEqualTo(DIGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"1\",\"b\":{\"c\":\"王\",\"d\":[\"y\",\"x\"]},\"n\":12}",
        "{\"a\":\"1 \",\"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"]},\"n\":12}",
        "{\"a\":\"1\",\"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"]},\"n\":\"12\"}",
        "{\"a\":1,\"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"]},\"n\":12}",
        "{\"a\":\"1\",\"b\":{\"c\":\"王\",\"d\":[\"x\",\"y\"],\"e\":\"\"},\"n\":12}",
        "{\"a\":\"1\",\"b\":{\"c\":\"工\",\"d\":[\"x\",\"y\"]},\"n\":12}"
      })
  void whatItSaysCounts(String other) {
    assertThat(digest("", other)).isNotEqualTo(DIGEST);
  }

  @Test
  void whatTheAddressSaysCounts() {
    assertThat(digest("310101-20180702-000001", MESSAGE)).isNotEqualTo(DIGEST);
  }

  @Test
  void halfACharacterIsNoQuestionMark() {
    assertThat(ofText("\ud800")).isNotEqualTo(ofText("?")).isNotEqualTo(ofText("\ud801"));
  }

  private static String ofText(String text) {
    return ContentDigest.digest("", JsonNodeFactory.instance.objectNode().put("a", text));
  }

  private static String digest(String about, String json) {
    return ContentDigest.digest(about, IntakeFixture.tree(json));
  }
}
