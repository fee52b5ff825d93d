package city.tongban.trace;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.StoredText;
import city.tongban.clock.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Renders stored keys and arguments in a reader's language. */
@Component
public class MessageRenderer {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(BusinessClock.ZONE);

  private final MessageSource messages;

  public MessageRenderer(MessageSource messages) {
    this.messages = messages;
  }

  /** The rendered message, or the text as it is stored. */
  public @Nullable String render(@Nullable StoredText stored, Locale locale) {
    if (stored == null) {
      return null;
    }
    KeyedMessage message = stored.message();
    return message == null ? stored.text() : render(message, locale);
  }

  public String render(KeyedMessage message, Locale locale) {
    Object[] arguments =
        message.arguments().stream().map(argument -> render(argument, locale)).toArray();
    String rendered = messages.getMessage(message.key(), arguments, null, locale);
    return rendered == null ? unknown(message.key(), arguments) : rendered;
  }

  private String render(Object argument, Locale locale) {
    if (argument instanceof KeyedMessage nested) {
      return render(nested, locale);
    }
    return argument instanceof Instant time ? MINUTE.format(time) : argument.toString();
  }

  /** The code itself, followed by the arguments, for a row that a newer version wrote. */
  private static String unknown(String key, Object[] arguments) {
    String code = key.substring(key.indexOf('.') + 1);
    return Stream.concat(Stream.of(code), Stream.of(arguments))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
