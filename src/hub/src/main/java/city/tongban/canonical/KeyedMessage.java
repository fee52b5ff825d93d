package city.tongban.canonical;

import java.time.Instant;
import java.util.List;

/**
 * A sentence as key and arguments; it is rendered in the reader's language when it is shown.
 *
 * @param key key in the message files
 * @param arguments texts, numbers, instants, and codes that have a word of their own in each
 *     language
 */
public record KeyedMessage(String key, List<Object> arguments) {

  public KeyedMessage {
    arguments = List.copyOf(arguments);
    for (Object argument : arguments) {
      if (!(argument instanceof String
          || argument instanceof Number
          || argument instanceof Instant
          || argument instanceof KeyedMessage)) {
        throw new IllegalArgumentException(
            "an argument of " + key + " is a " + argument.getClass());
      }
    }
  }

  /** A code of the hub as an argument: {@code state.ACCEPTED}. */
  public static KeyedMessage code(String kind, String code) {
    return new KeyedMessage(kind + "." + code, List.of());
  }

  public static KeyedMessage code(String kind, Enum<?> code) {
    return code(kind, code.name());
  }
}
