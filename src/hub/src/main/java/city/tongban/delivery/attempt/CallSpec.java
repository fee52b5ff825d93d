package city.tongban.delivery.attempt;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.Operation;
import city.tongban.connector.Service;
import city.tongban.connector.UriTemplate;
import java.util.Map;

/**
 * Which call an attempt makes, and by which mapping.
 *
 * @param mapping name of the stylesheets that write the request and read the reply
 * @param call what the transport does, with its placeholders filled in
 */
public record CallSpec(String mapping, String call) {

  /** Asks whether an earlier attempt arrived. */
  public static CallSpec ask(Connector connector, Map<String, String> parameters) {
    return of(connector, Connector.ASK, parameters);
  }

  public static CallSpec withdraw(Connector connector, Map<String, String> parameters) {
    return of(connector, Connector.WITHDRAW, parameters);
  }

  public static CallSpec submit(Connector connector, String item, Map<String, String> parameters) {
    Service service =
        connector
            .service(item)
            .orElseThrow(
                () ->
                    Fault.of("HUB-8001", "%s no longer offers %s", connector.backEnd(), item)
                        .because("the active version of its connector does not list the item")
                        .fix("list the item again, or cancel the delivery"));
    return new CallSpec(service.mapping(), UriTemplate.fill(service.call(), parameters));
  }

  private static CallSpec of(Connector connector, String name, Map<String, String> parameters) {
    Operation operation = connector.operation(name).orElse(null);
    if (operation == null || operation.call() == null) {
      throw Fault.of("HUB-8001", "%s has no operation '%s'", connector.backEnd(), name)
          .because("its connector does not define it")
          .fix("add operations." + name + " with mapping and call to connector.yaml");
    }
    return new CallSpec(operation.mapping(), UriTemplate.fill(operation.call(), parameters));
  }
}
