package city.tongban.transport.mllp;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.SecretFolder;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.connector.Connector;
import city.tongban.connector.Tls;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import city.tongban.transport.TestCallRoute;
import city.tongban.transport.TransportRoutes;
import city.tongban.transport.Transports;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real MLLP templates in a context of their own, with certificates of one authority. */
abstract class MllpTestSupport {
  static final String DELIVERY = "310104-20180702-000482/1";
  static final String HEAD =
      "MSH|^~\\&|%s|%s|TONGBAN|SHSQSL|20180702091001+0800||%s|%s|P|2.5.1||||||%s\r";
  static final String ORDER =
      "MSH|^~\\&|TONGBAN|SHSQSL|WJXT|SHWJW|20180702084112+0800||ORM^O01^ORM_O01|"
          + DELIVERY
          + "|P|2.5.1|||||CHN|UNICODE UTF-8\rORC|NW|"
          + DELIVERY
          + "\r";

  @TempDir Path folder;
  final CamelContext camel = new DefaultCamelContext();
  final List<Map<String, Object>> taken = new CopyOnWriteArrayList<>();
  final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  final List<HubException> refused = new CopyOnWriteArrayList<>();
  volatile Consumer<Exchange> taking = exchange -> {};
  TransportRoutes routes;
  SecretFolder secrets;

  @BeforeEach
  void aContextWithTheRealTemplates() throws Exception {
    secrets = new SecretFolder(folder.resolve("secrets")).closed();
    Certificates.makeLine(secrets, "health", "-tls");
    TestCallRoute.addTo(camel);
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(
                camel, "file:routes/transports/mllp.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:result-message").process(exchange -> take(exchange));
            from("direct:result-message-refused").process(exchange -> refuse(exchange));
          }
        });
    routes =
        new TransportRoutes(
            Transports.offline(new Credentials(secrets.folder()), Clock.systemUTC()));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  private void take(Exchange exchange) {
    taking.accept(exchange);
    taken.add(new HashMap<>(exchange.getMessage().getHeaders()));
    bodies.add(exchange.getMessage().getBody(byte[].class));
  }

  private void refuse(Exchange exchange) throws Exception {
    Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (why instanceof HubException known && !(why instanceof Outage)) {
      refused.add(known);
    } else {
      throw why;
    }
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  /** The bureau's side of the line, by the key of that name. */
  SSLContext theirs(String key) {
    return new MutualTls(
            new Tls(key, "health-authority"),
            new PemSecrets(new Credentials(secrets.folder()), Clock.systemUTC()))
        .context();
  }

  Exchange call(URI address, Map<String, String> changes) {
    Connector connector = ShippedConnectors.with("health", address, changes);
    routes.activated(connector, java.util.Optional.empty());
    return camel
        .createProducerTemplate()
        .send(
            TestCallRoute.ENDPOINT,
            exchange -> {
              TestCallRoute.name(connector, exchange);
              exchange.getMessage().setBody(ORDER.getBytes(StandardCharsets.UTF_8));
              exchange.getMessage().setHeader("HubCall", "ORM^O01");
              exchange.getMessage().setHeader("HubDelivery", DELIVERY);
              exchange.getMessage().setHeader("CamelHttpUri", "http://127.0.0.1:1/");
            });
  }

  static byte[] ack(String station, String charset, String rest, Charset written) {
    String[] who = station.split("\\|");
    return (HEAD.formatted(who[0], who[1], "ACK^O01^ACK", "WJA1", charset) + rest)
        .getBytes(written);
  }

  static byte[] yes() {
    return ack("WJXT|SHWJW", "UNICODE UTF-8", "MSA|AA|" + DELIVERY + "\r", StandardCharsets.UTF_8);
  }

  static Problem problem(Exchange exchange) {
    return exchange.getException(HubException.class).problem();
  }
}
