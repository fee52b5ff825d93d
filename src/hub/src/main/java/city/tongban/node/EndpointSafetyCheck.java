package city.tongban.node;

import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every endpoint of the running context, whoever wrote it, and refuses the options that
 * let somebody in.
 *
 * <p>Camel's own check reads properties only. Here counts what an endpoint turned out to be: the
 * text of its address, and each option as it is in effect, because a component's default says
 * nothing in an address.
 */
final class EndpointSafetyCheck {
  private static final String LETS_IN =
      "another machine could control the hub or read its messages";
  private static final String FILTER = "headerFilterStrategy";
  private static final String OURS = "city.tongban.";

  /** Options and the value that each must not have. */
  private static final Map<String, String> NEVER =
      Map.ofEntries(
          Map.entry("trustAllCertificates", "true"),
          Map.entry("transferException", "true"),
          Map.entry("transferExchange", "true"),
          Map.entry("transferFault", "true"),
          Map.entry("allowJavaSerializedObject", "true"),
          Map.entry("allowSerializedHeaders", "true"),
          Map.entry("objectMessageEnabled", "true"),
          Map.entry("followRedirects", "true"),
          Map.entry("muteException", "false"),
          Map.entry("loggingFeatureEnabled", "true"), // it writes payloads into the log
          Map.entry("mtomEnabled", "true"),
          Map.entry("headersInline", "true"),
          Map.entry("strictHostKeyChecking", "no"),
          Map.entry("disableHostnameVerification", "true"),
          Map.entry("hostnameVerification", "false"));

  private EndpointSafetyCheck() {}

  static Endpoint check(@Nullable String uri, Endpoint endpoint) {
    Map<String, String> wrong = new TreeMap<>();
    Map<String, String> written = written(endpoint);
    NEVER.forEach(
        (option, never) -> {
          if (never.equalsIgnoreCase(text(written.get(option)))
              || never.equalsIgnoreCase(text(inEffect(endpoint, option)))) {
            wrong.put(option, never);
          }
        });
    if (carriesHeadersOfOthers(endpoint) && !isOurs(filter(endpoint, written))) {
      wrong.put(FILTER, "not one of the hub's");
    }
    if (endpoint instanceof HttpEndpoint && !isTrue(inEffect(endpoint, "bridgeEndpoint"))) {
      wrong.put("bridgeEndpoint", "false"); // a header could name another address
    }
    DatabaseSafetyCheck.refuse(
        "endpoint " + URISupport.sanitizeUri(endpoint.getEndpointUri()), wrong, LETS_IN);
    return endpoint;
  }

  private static boolean carriesHeadersOfOthers(Endpoint endpoint) {
    return endpoint instanceof HttpEndpoint
        || endpoint instanceof PlatformHttpEndpoint
        || endpoint instanceof CxfEndpoint
        || endpoint instanceof JmsEndpoint;
  }

  /** The one that is named, where it is: some components put one of their own around it. */
  private static @Nullable Object filter(Endpoint endpoint, Map<String, String> written) {
    String named = text(written.get(FILTER));
    return named.startsWith("#")
        ? endpoint.getCamelContext().getRegistry().lookupByName(named.substring(1))
        : inEffect(endpoint, FILTER);
  }

  private static boolean isOurs(@Nullable Object filter) {
    return filter != null && filter.getClass().getName().startsWith(OURS);
  }

  private static boolean isTrue(@Nullable Object value) {
    return "true".equals(text(value));
  }

  private static Map<String, String> written(Endpoint endpoint) {
    String query = URISupport.extractQuery(endpoint.getEndpointUri());
    Map<String, String> written = new TreeMap<>();
    try {
      if (query != null) {
        URISupport.parseQuery(query, false, true)
            .forEach((name, value) -> written.put(name, decoded(text(value))));
      }
      return written;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("an endpoint whose address cannot be read", e);
    }
  }

  /** {@code %23} is how {@code #} is written; what is no such sign stays as it is. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** An endpoint's option, or its component's, which some keep to themselves. */
  private static @Nullable Object inEffect(Endpoint endpoint, String option) {
    Component component = endpoint.getCamelContext().getComponent(scheme(endpoint), false, false);
    if (component == null) {
      return null;
    }
    Object own = option(component.getEndpointPropertyConfigurer(), endpoint, option);
    return own == null || own.equals(false)
        ? Objects.requireNonNullElse(
            option(component.getComponentPropertyConfigurer(), component, option), text(own))
        : own;
  }

  private static @Nullable Object option(
      @Nullable PropertyConfigurer options, Object of, String name) {
    return options instanceof PropertyConfigurerGetter getter
        ? getter.getOptionValue(of, name, true)
        : null;
  }

  private static String scheme(Endpoint endpoint) {
    String uri = endpoint.getEndpointUri();
    return uri.substring(0, Math.max(uri.indexOf(':'), 0));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
