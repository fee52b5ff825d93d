package city.tongban.canonical;

import org.jspecify.annotations.Nullable;

/**
 * A text stored in a row: a keyed message, or plain text that is shown as it is.
 *
 * <p>Plain text comes from a person or a department, from the sentence of a {@link Problem}, or
 * from a version before 0.2.0.
 *
 * @param message null when there is text only
 * @param text null when there is a keyed message
 */
public record StoredText(@Nullable KeyedMessage message, @Nullable String text) {

  public StoredText {
    if ((message == null) == (text == null)) {
      throw new IllegalArgumentException("either a keyed message or text");
    }
  }

  public static StoredText of(KeyedMessage message) {
    return new StoredText(message, null);
  }

  public static StoredText of(String text) {
    return new StoredText(null, text);
  }

  /** Reads the three columns of a row; null when all are empty. */
  public static @Nullable StoredText of(
      @Nullable String key, @Nullable String arguments, @Nullable String text) {
    if (key != null) {
      return of(new KeyedMessage(key, MessageArguments.read(arguments == null ? "[]" : arguments)));
    }
    return text == null ? null : of(text);
  }
}
