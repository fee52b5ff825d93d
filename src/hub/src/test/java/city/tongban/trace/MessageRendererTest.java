package city.tongban.trace;

import static city.tongban.canonical.KeyedMessage.code;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StoredText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One stored message, read in both languages. */
class MessageRendererTest {
  private final MessageRenderer renderer = new MessageRenderer(messages());

  @Test
  void codesAmongTheArgumentsHaveAWordInEachLanguage() {
    KeyedMessage decided =
        MessageKey.CASE_DECIDED.with(
            code("state", "UNDER_REVIEW"), code("state", "DECIDED"), code("outcome", "APPROVED"));

    assertThat(renderer.render(decided, Locale.CHINESE)).isEqualTo("审核中 → 办结（准予）");
    assertThat(renderer.render(decided, Locale.ENGLISH))
        .isEqualTo("Under review → Decided (Approved)");
  }

  @Test
  void timesAreThoseOfTheCityAndNumbersAreNotGrouped() {
    KeyedMessage joined =
        MessageKey.JOINED_BATCH.with(1234L, Instant.parse("2018-07-02T04:00:00Z"));

    assertThat(renderer.render(joined, Locale.ENGLISH))
        .isEqualTo("batch 1234, which closes at 2018-07-02 12:00");
  }

  @Test
  void whatAPersonWroteIsNoPattern() {
    KeyedMessage reason = MessageKey.PERSON_REASON.with("it's {0} again");

    assertThat(renderer.render(reason, Locale.ENGLISH)).isEqualTo("reason: it's {0} again");
  }

  @Test
  void storedTextIsShownAsItIs() {
    assertThat(renderer.render(StoredText.of("try 1 of 3"), Locale.CHINESE))
        .isEqualTo("try 1 of 3");
  }

  @Test
  void aKeyOfANewerVersionIsShownWithItsArguments() {
    KeyedMessage unknown = new KeyedMessage("step.of-a-newer-hub", List.of("a", 2));

    assertThat(renderer.render(unknown, Locale.CHINESE)).isEqualTo("of-a-newer-hub a 2");
    assertThat(renderer.render(code("state", "ARCHIVED"), Locale.ENGLISH)).isEqualTo("ARCHIVED");
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "trace");
    messages.setDefaultEncoding("UTF-8");
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }
}
