package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Converts path variables to case numbers. */
@Configuration(proxyBeanMethods = false)
class ConverterConfiguration implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, CaseNumber.class, CaseNumber::new);
  }
}
