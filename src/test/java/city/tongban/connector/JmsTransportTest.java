package city.tongban.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.canonical.HubException;
import city.tongban.simulator.Departments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JMS transport against the archives' real broker. */
class JmsTransportTest {
  private static final byte[] BODY = "<DACX/>".getBytes(StandardCharsets.UTF_8);
  private static final String DELIVERY = "310104-20180702-000601/1";

  @TempDir Path folder;
  private final CamelContext camel = new DefaultCamelContext();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private volatile Consumer<Exchange> taking = exchange -> {};
  private TransportRoutes routes;
  private Path secrets;

  @BeforeEach
  void aContextWithTheRealTemplates() throws Exception {
    secrets = Files.createDirectories(folder.resolve("secrets"));
    camel.getRegistry().bind("onlyOurHeaders", new OnlyOurHeaders());
    camel.addComponent(JmsTransport.COMPONENT, JmsTransport.component());
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(
                camel, "file:routes/transports/jms.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:result-message")
                .process(
                    exchange -> {
                      taking.accept(exchange);
                      taken.add(exchange.getMessage().getBody(String.class));
                    });
            from("direct:result-message-refused")
                .process(
                    exchange -> {
                      Exception why =
                          exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
                      if (!(why instanceof HubException)) {
                        throw why;
                      }
                      refused.add(code(why));
                    });
          }
        });
    routes =
        new TransportRoutes(
            new Transports(new Credentials(secrets), backEnd -> false, Clock.systemUTC()));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aRequestIsAnsweredOnTheQueueThatItNames() throws Exception {
    try (Departments departments = departments()) {
      Exchange done = send(archives(departments, Map.of()));

      assertThat(done.getException()).isNull();
      await().until(() -> taken.size() == 1);
      assertThat(taken.get(0)).contains("<QQBH>" + DELIVERY + "</QQBH>", "<JG>9</JG>");
    }
  }

  /** The archives with its secrets, which the hub knows too. */
  private Departments departments() throws Exception {
    Departments departments = new Departments(folder.resolve("departments"));
    for (String name : List.of("archives", "archives-authority")) {
      Files.writeString(
          secrets.resolve(name), Files.readString(departments.secrets().resolve(name)));
    }
    return departments;
  }

  private static Connector archives(Departments departments, Map<String, String> changes) {
    return ShippedConnectors.with("archives", departments.address("archives"), changes);
  }

  private Exchange send(Connector connector) {
    routes.activated(connector, Optional.empty());
    return call(connector, "DACX.QQ");
  }

  private Exchange call(Connector connector, String queue) {
    return camel
        .createProducerTemplate()
        .request(
            connector.transportEndpoint() + "?block=false",
            exchange -> {
              exchange.getMessage().setBody(BODY);
              exchange.getMessage().setHeader("HubCall", queue);
              exchange.getMessage().setHeader("HubDelivery", DELIVERY);
              exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, connector.contentType());
              exchange.getMessage().setHeader("CamelJmsDestinationName", "elsewhere");
            });
  }

  private static String code(Exchange done) {
    return code(done.getException());
  }

  private static String code(Throwable why) {
    for (Throwable e = why; e != null; e = e.getCause()) {
      if (e instanceof HubException known) {
        return known.problem().code();
      }
    }
    throw new AssertionError("no failure of ours", why);
  }
}
