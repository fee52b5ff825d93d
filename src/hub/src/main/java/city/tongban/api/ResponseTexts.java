package city.tongban.api;

import city.tongban.canonical.StoredText;
import city.tongban.trace.MessageRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Renders stored messages for an answer of the API: in English, or in Chinese when the request's
 * {@code Accept-Language} prefers it.
 */
@Component
class ResponseTexts {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

  private final MessageRenderer renderer;

  ResponseTexts(MessageRenderer renderer) {
    this.renderer = renderer;
  }

  @Nullable String render(@Nullable StoredText stored) {
    return renderer.render(stored, language(acceptLanguage()));
  }

  /** English also for a header that cannot be parsed. */
  static Locale language(@Nullable String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale preferred = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
      return preferred == null ? Locale.ENGLISH : preferred;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  private static @Nullable String acceptLanguage() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getHeader(HttpHeaders.ACCEPT_LANGUAGE)
        : null;
  }
}
