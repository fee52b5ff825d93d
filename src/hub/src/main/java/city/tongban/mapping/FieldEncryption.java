package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encrypts single fields for the back-end. */
interface FieldEncryption {
  /** The prefix of an encrypted field. */
  String MARK = "{SM4}";

  /** For tools without keys: marks the field and leaves the text readable. */
  FieldEncryption MARK_ONLY =
      (text, place) -> MARK + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));

  /**
   * Encrypts a text; only the back-end's key opens it, and only in this message and field.
   *
   * @param place message id and field, as associated data
   */
  String seal(String text, String place);

  /** A message whose fields were marked by {@link #MARK_ONLY}, with the marks removed. */
  static String unmarked(String message) {
    return Pattern.compile(Pattern.quote(MARK) + "([A-Za-z0-9+/]+={0,2})")
        .matcher(message)
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    MARK + new String(Base64.getDecoder().decode(field.group(1)), UTF_8)));
  }
}
