package city.tongban.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Sets the language of the screens: Chinese, or English when chosen, which a cookie stores. */
@Configuration(proxyBeanMethods = false)
class ConsoleWebConfiguration implements WebMvcConfigurer {
  private static final Duration A_YEAR = Duration.ofDays(365);

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "trace");
    messages.setAlwaysUseMessageFormat(true); // every message doubles an apostrophe
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setDefaultLocale(Locale.CHINESE);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver locales = new CookieLocaleResolver("hub-language");
    locales.setDefaultLocale(Locale.CHINESE);
    locales.setCookieMaxAge(A_YEAR);
    locales.setCookieHttpOnly(true);
    locales.setCookieSameSite("Lax");
    return locales;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor switches = new LocaleChangeInterceptor();
    switches.setParamName("lang");
    switches.setIgnoreInvalidLocale(true);
    registry.addInterceptor(switches).addPathPatterns("/console/**");
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/console/login").setViewName("console/login");
  }
}
