package city.tongban.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.BundleStore;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.bundle.TestBundles;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.support.TestDatabase;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The beans as the application puts them together: a started Camel finds every transport standing.
 */
class ConnectorWiringTest {
  private final TestDatabase database = TestDatabase.create();
  private HttpServer server;

  @TempDir Path secrets;

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(CamelAutoConfiguration.class)
  @ComponentScan(
      basePackages = {
        "city.tongban.bundle",
        "city.tongban.connector",
        "city.tongban.mapping",
        "city.tongban.security",
        "city.tongban.transport"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
  static class Application {
    static TestDatabase database;

    @Bean
    Clock wall() {
      return Clock.systemUTC();
    }

    @Bean
    JdbcClient jdbc() {
      return database.jdbc();
    }

    @Bean
    TransactionOperations transaction() {
      return database.transaction();
    }
  }

  @BeforeEach
  void open() throws Exception {
    Files.writeString(secrets.resolve("human-resources"), "token");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/", call -> TransportBench.answer(call, 200, "text/xml", "<ok/>".getBytes(UTF_8)));
    server.start();
    Application.database = database;
  }

  @AfterEach
  void close() {
    server.stop(0);
    database.close();
  }

  @Test
  void aStartedHubCallsEachActiveVersionAndFollowsANewOne() {
    try (ConfigurableApplicationContext hub =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .run(
                "--hub.secrets=" + secrets,
                "--hub.connectors.folders=file:./",
                "--hub.connectors.addresses.human-resources=http://127.0.0.1:"
                    + server.getAddress().getPort()
                    + "/hr",
                "--camel.main.routes-include-pattern=file:routes/2-call.camel.yaml,file:routes/transports/*.camel.yaml")) {
      Connectors connectors = hub.getBean(Connectors.class);
      CamelContext camel = hub.getBean(CamelContext.class);
      Connector hr = connectors.active("human-resources");

      assertThat(camel.getRoute(connectors.active("housing").routeId())).isNotNull();
      assertThat(status(camel, hr)).isEqualTo(200);

      Connector second = activate(hub.getBean(BundleStore.class), connectors, hr, 6);
      Connector third = activate(hub.getBean(BundleStore.class), connectors, second, 7);

      assertThat(status(camel, third)).isEqualTo(200);
      assertThat(status(camel, second)).as("calls on their way end").isEqualTo(200);
      assertThat(camel.getRoute(hr.routeId())).as("the one before is gone").isNull();
    }
  }

  private static Connector activate(
      BundleStore store, Connectors connectors, Connector now, int attempts) {
    String yaml = TestBundles.text(now.bundle(), ShippedConnectors.FILE);
    Bundle next =
        TestBundles.with(
            now.bundle(),
            ShippedConnectors.FILE,
            yaml.replace("attempts: " + (attempts - 1), "attempts: " + attempts));
    store.keep("human-resources", next);
    store.activateAsShipped("human-resources", next.digest());
    Awaitility.await().until(() -> connectors.active("human-resources").bundle().equals(next));
    return connectors.active("human-resources");
  }

  private static Object status(CamelContext camel, Connector connector) {
    Exchange answer =
        camel
            .createProducerTemplate()
            .request(
                TestCallRoute.ENDPOINT,
                exchange -> {
                  TestCallRoute.name(connector, exchange);
                  exchange.getMessage().setBody("<ROOT/>".getBytes(UTF_8));
                  exchange.getMessage().setHeader("HubCall", "execute");
                });
    assertThat(answer.getException()).isNull();
    return answer.getMessage().getHeader("HubStatus");
  }
}
