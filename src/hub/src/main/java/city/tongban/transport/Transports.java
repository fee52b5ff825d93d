package city.tongban.transport;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.ConnectorProperties;
import city.tongban.security.Credentials;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** The transports by name: every bean that implements {@link Transport}. */
@Component
public final class Transports {
  private final List<Transport> all;

  public Transports(List<Transport> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The same transports for tools, found by the same scan without the rest of the hub. They check
   * connectors and make calls; business time is the wall clock's, and nothing is recorded.
   */
  public static Transports offline(Credentials credentials, Clock wall) {
    var context = new AnnotationConfigApplicationContext();
    var scanner = new ClassPathBeanDefinitionScanner(context, false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Transport.class));
    scanner.addExcludeFilter(
        (type, factory) -> !type.getAnnotationMetadata().hasAnnotation(Component.class.getName()));
    scanner.scan(Transport.class.getPackageName());
    context.registerBean(Credentials.class, () -> credentials);
    context.registerBean(Clock.class, () -> wall);
    context.registerBean(ConnectorProperties.class, () -> ConnectorProperties.DEFAULTS);
    context.refresh();
    return new Transports(List.copyOf(context.getBeansOfType(Transport.class).values()));
  }

  /** The allowed values of {@code transport:}. */
  public Set<String> names() {
    return all.stream().map(Transport::name).collect(Collectors.toSet());
  }

  public Transport of(Connector connector) {
    return all.stream()
        .filter(transport -> transport.name().equals(connector.transport()))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.of(
                        "HUB-8004",
                        "connectors/%s/connector.yaml has transport '%s'",
                        connector.backEnd(),
                        connector.transport())
                    .fix("use one of " + all.stream().map(Transport::name).toList()));
  }
}
