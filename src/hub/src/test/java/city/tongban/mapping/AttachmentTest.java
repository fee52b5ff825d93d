package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Refusal;
import java.util.Base64;
import net.sf.saxon.value.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document in a message is what the message says, or is not taken. */
class AttachmentTest {
  private static final String PDF = "application/pdf";
  private static final byte[] DOCUMENT = "%PDF-1.7\n%%EOF\n".getBytes(US_ASCII);

  @Test
  void aDocumentUnderItsDigestHasASize() {
    assertThat(checked(base64(DOCUMENT), Sm3.hex(DOCUMENT), PDF, 15)).isEqualTo("15");
    assertThat(checked(base64(DOCUMENT).replaceAll("(.{8})", "$1\r\n"), Sm3.hex(DOCUMENT), PDF, 15))
        .isEqualTo("15");
  }

  @ParameterizedTest
  @CsvSource({
    "JVBERi0xLjcKJSVFT0Y, application/pdf, 100", // cut off: another digest
    "JVBERi0xLjcKJSVFT0YK, application/pdf, 14", // one byte too large
    "JVBERi0xLjcKJSVFT0YK, image/png, 100", // nobody has said how one begins
    "'JVBERi0xLjcK JSVFT0YK', application/pdf, 100", // a blank is not base64
    "JVBERi0xLjcKJSVFT0_-, application/pdf, 100", // nor is its cousin for addresses
    "JVBERi0, application/pdf, 100", // the beginning alone
    "PGh0bWw+, application/pdf, 100", // a page of a gateway
    "'', application/pdf, 100"
  })
  void whatIsNotWhatItSaysIsRefused(String content, String type, long bytesMax) {
    assertThatThrownBy(() -> checked(content, Sm3.hex(DOCUMENT), type, bytesMax))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-9017"));
  }

  private static String checked(String content, String sm3, String type, long bytesMax) {
    return Attachment.checked(StringValue.makeStringValue(content), sm3, type, bytesMax);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
