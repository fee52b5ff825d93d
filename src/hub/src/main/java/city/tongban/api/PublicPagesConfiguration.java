package city.tongban.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the API description as a page, the WSDL of the SOAP endpoint, and a redirect from the root
 * path to the console.
 */
@Configuration(proxyBeanMethods = false)
class PublicPagesConfiguration implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/docs").setViewName("forward:/docs/index.html");
    registry.addRedirectViewController("/", "/console");
  }

  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer types) {
    types.mediaType("wsdl", MediaType.TEXT_XML).mediaType("xsd", MediaType.TEXT_XML);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/wsdl/**").addResourceLocations("classpath:/wsdl/");
  }
}
