package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a single field is made unreadable for all but the partner. */
interface FieldEncryption {
  /** What a sealed field begins with. */
  String MARK = "{SM4}";

  /** For tools, which have no keys: the text can be read by anybody who looks for it. */
  FieldEncryption MARK_ONLY =
      (text, place) -> MARK + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));

  /**
   * The text, to be opened with the partner's key and at its place only.
   *
   * @param place the message and the field
   */
  String seal(String text, String place);

  /** A message with its fields as they were before {@link #MARK_ONLY}, behind the mark. */
  static String unmarked(String message) {
    return Pattern.compile(Pattern.quote(MARK) + "([A-Za-z0-9+/]+={0,2})")
        .matcher(message)
        .replaceAll(
            field ->
                Matcher.quoteReplacement(
                    MARK + new String(Base64.getDecoder().decode(field.group(1)), UTF_8)));
  }
}
