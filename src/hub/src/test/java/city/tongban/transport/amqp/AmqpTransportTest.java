package city.tongban.transport.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.Departments;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.HeaderAllowList;
import city.tongban.transport.TestBroker;
import city.tongban.transport.TestCallRoute;
import city.tongban.transport.TransportRoutes;
import city.tongban.transport.Transports;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.protonj2.client.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AMQP transport against real brokers: a plain one, and the union's behind its line. */
class AmqpTransportTest {
  private static final byte[] BODY = "{\"schemaVersion\":\"2.1\"}".getBytes(StandardCharsets.UTF_8);
  private static final String DELIVERY = "310104-20180702-000482/1";

  @TempDir Path folder;
  private final CamelContext camel = new DefaultCamelContext();
  private final List<byte[]> taken = new CopyOnWriteArrayList<>();
  private final List<Throwable> refused = new CopyOnWriteArrayList<>();
  private volatile Consumer<Exchange> taking = exchange -> {};
  private TransportRoutes routes;
  private Path secrets;

  @BeforeEach
  void aContextWithTheRealTemplates() throws Exception {
    secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("trade-union"), "tongban-hub:s3cret");
    camel.getRegistry().bind("headerAllowList", new HeaderAllowList());
    camel.addComponent("amqp", new AmqpConfiguration().amqp());
    TestCallRoute.addTo(camel);
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(
                camel, "file:routes/transports/amqp.camel.yaml"));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:result-message")
                .process(
                    exchange -> {
                      taking.accept(exchange);
                      taken.add(exchange.getMessage().getBody(byte[].class));
                    });
            from("direct:result-message-refused")
                .process(
                    exchange -> {
                      Exception why =
                          exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
                      if (!(why instanceof Refusal)) {
                        throw why;
                      }
                      refused.add(why);
                    });
          }
        });
    routes = new TransportRoutes(Transports.offline(new Credentials(secrets), Clock.systemUTC()));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aMessageCarriesTheDeliverysIdItsCaseAndWhatIsInside() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      Exchange done = send(connector(broker.address()), "applications");

      assertThat(done.getException()).isNull();
      Message message = receive(broker, "applications");
      assertThat(message.getJMSMessageID()).endsWith(DELIVERY);
      assertThat(message.getJMSCorrelationID()).isEqualTo("310104-20180702-000482");
      assertThat(message.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
      assertThat(message.getPropertyNames().asIterator())
          .toIterable()
          .allMatch(name -> String.valueOf(name).startsWith("JMS"));
      assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(DELIVERY);
    }
  }

  @Test
  void aSecondMessageAfterTheBrokerWentAwayAndCameBackOpensAnotherConnection() throws Exception {
    Connector connector;
    try (TestBroker broker = new TestBroker()) {
      connector = connector(broker.address());
      assertThat(send(connector, "applications").getException()).isNull();
    }

    assertThat(code(send(connector, "applications"))).isIn("HUB-4010", "HUB-4011");
    assertThat(code(send(connector, "applications"))).isEqualTo("HUB-4010");
  }

  @Test
  void aQueueThatIsNotThereIsToldByItsOwnCode() throws Exception {
    try (Departments departments = departments()) {
      assertThat(code(send(union(departments, Map.of()), "no-such-queue")))
          .isIn("HUB-4041", "HUB-4013"); // it tells strangers no names
    }
  }

  @Test
  void aServerThatSaysNothingIsNotReached() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("amqp://127.0.0.1:" + mute.getLocalPort());
      Connector connector =
          ShippedConnectors.with("trade-union", address, Map.of("timeout: 15s", "timeout: 1s"));

      assertThat(code(send(connector, "applications"))).isEqualTo("HUB-4010");
    }
  }

  @Test
  void aPlaceWhereNobodyListensIsNotReached() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("amqp://127.0.0.1:" + free.getLocalPort());
    }

    assertThat(code(send(connector(nobody), "applications"))).isEqualTo("HUB-4010");
  }

  @ParameterizedTest
  @CsvSource({
    "reset, HUB-4011",
    "lost-answer, HUB-4011",
    "silent, HUB-4011",
    "busy, HUB-4012",
    "down, HUB-4010"
  })
  void whatGoesWrongOnTheLineIsToldByWhatItMeans(String fault, String code) throws Exception {
    try (Departments departments = departments()) {
      Connector connector = union(departments, Map.of("timeout: 15s", "timeout: 2s"));
      readNothing(connector);
      departments.fault("trade-union", fault, ",\"count\":1");

      assertThat(code(call(connector, "applications"))).isEqualTo(code);
      // the client hears of a broken connection a moment later
      await().until(() -> call(connector, "applications").getException() == null);
    }
  }

  @Test
  void anotherPasswordIsRefusedAndToldSo() throws Exception {
    try (Departments departments = departments()) {
      Files.writeString(secrets.resolve("trade-union"), "tongban-hub:wrong");

      assertThat(code(send(union(departments, Map.of()), "applications"))).isEqualTo("HUB-4013");
    }
  }

  @Test
  void aSecretWithoutAPasswordSaysHowItIsWritten() throws Exception {
    Files.writeString(secrets.resolve("trade-union"), "justaword");

    assertThat(code(send(connector(URI.create("amqp://127.0.0.1:1")), "applications")))
        .isEqualTo("HUB-8007");
  }

  @Test
  void aBrokerWithAnotherCertificateGetsNothing() throws Exception {
    try (Departments departments = departments()) {
      Files.writeString(
          secrets.resolve("trade-union-certificate"),
          Certificates.certificate(Certificates.authority("somebody-else")));

      assertThat(code(send(union(departments, Map.of()), "applications"))).isEqualTo("HUB-4040");
      assertThat(departments.book("trade-union")).isEmpty();
    }
  }

  @Test
  void aMessageIsOffTheirQueueOnlyWhenItIsTaken() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      List<Integer> tries = new CopyOnWriteArrayList<>();
      taking =
          exchange -> {
            tries.add(exchange.getMessage().getHeader("HubTry", Integer.class));
            if (tries.size() < 3) {
              throw new IllegalStateException("our database is away");
            }
          };
      leave(broker, session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(tries).containsExactly(1, 2, 3);
      await().until(() -> broker.count("decisions") == 0);
      assertThat(broker.count(TestBroker.DEAD)).isZero();
      assertThat(taken.get(0)).isEqualTo(BODY);
    }
  }

  @Test
  void anObjectIsNotLookedIntoAndTheNextMessageHasItsTurn() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      leave(broker, session -> session.createObjectMessage(new java.util.ArrayList<>()));
      leave(broker, session -> session.createMapMessage());
      leave(broker, session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).hasSize(2).allSatisfy(why -> assertThat(code(why)).isEqualTo("HUB-4043"));
      await().until(() -> broker.count(TestBroker.DEAD) == 2);
      assertThat(broker.count("decisions")).isZero();
    }
  }

  @Test
  void aTextThatCannotBeDecodedIsRefusedAtOnceAndTheNextHasItsTurn() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      // by a client that says what is inside and not what kind of JMS message it would be
      try (Client client = Client.create()) {
        byte[] gb = "{\"remark\":\"工会\"}".getBytes("GB18030");
        client
            .connect(broker.address().getHost(), broker.address().getPort())
            .openSender("decisions")
            .send(
                org.apache.qpid.protonj2.client.Message.create(gb)
                    .durable(true)
                    .contentType("application/json"))
            .awaitSettlement();
      }
      leave(broker, session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).singleElement().satisfies(w -> assertThat(code(w)).isEqualTo("HUB-9007"));
      await().until(() -> broker.count(TestBroker.DEAD) == 1);
      assertThat(broker.count("decisions")).isZero();
    }
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedAndLiesAmongTheirDead() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      leave(broker, session -> bytes(session, new byte[70_000]));
      leave(broker, session -> session.createTextMessage("工".repeat(30_000)));
      leave(broker, session -> session.createTextMessage("{}"));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).hasSize(2).allSatisfy(why -> assertThat(code(why)).isEqualTo("HUB-9009"));
      await().until(() -> broker.count(TestBroker.DEAD) == 2);
    }
  }

  @Test
  void noHeaderOfTheirsComesIn() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
      taking = exchange -> headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
      leave(
          broker,
          session -> {
            Message message = bytes(session, BODY);
            message.setStringProperty("CAmelHttpUri", "http://127.0.0.1:1/");
            message.setStringProperty("HubBackEnd", "housing");
            return message;
          });

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(headers.get(0).keySet())
          .containsExactlyInAnyOrder("HubBackEnd", "HubTry", Exchange.CONTENT_TYPE);
      assertThat(headers.get(0)).containsEntry("HubBackEnd", "trade-union");
    }
  }

  @Test
  void aConnectorThatDoesNotSayWhereTheyAnswerIsRefused() {
    Connector silent =
        ShippedConnectors.with(
            "trade-union", Map.of("mapping: notice, call: decisions", "mapping: notice"));
    Connector asks = ShippedConnectors.with("trade-union", Map.of("doubt: same-id", "doubt: ask"));
    Connector http =
        ShippedConnectors.with("trade-union", URI.create("http://127.0.0.1:1"), Map.of());

    assertThatThrownBy(() -> check(silent)).hasMessageContaining("operations.results.call");
    assertThatThrownBy(() -> check(asks)).hasMessageContaining("cannot be asked");
    assertThatThrownBy(() -> check(http)).hasMessageContaining("amqps://");
  }

  private static void check(Connector connector) {
    ShippedConnectors.check(connector);
  }

  private static Connector connector(URI address) {
    return ShippedConnectors.with("trade-union", address, Map.of());
  }

  /** The union with its secrets, which the hub knows too. */
  private Departments departments() throws Exception {
    Departments departments = new Departments(folder.resolve("departments"), "trade-union");
    for (String name : List.of("trade-union", "trade-union-certificate")) {
      Files.writeString(
          secrets.resolve(name), Files.readString(departments.secrets().resolve(name)));
    }
    return departments;
  }

  private static Connector union(Departments departments, Map<String, String> changes) {
    return ShippedConnectors.with("trade-union", departments.address("trade-union"), changes);
  }

  private Exchange send(Connector connector, String queue) {
    routes.activated(connector, Optional.empty());
    return call(connector, queue);
  }

  /** Without the second route, whose connection would suffer the fault instead. */
  private void readNothing(Connector connector) throws Exception {
    routes.activated(connector, Optional.empty());
    String results = connector.routeId() + "-results";
    if (camel.getRoute(results) != null) {
      camel.getRouteController().stopRoute(results);
    }
  }

  private Exchange call(Connector connector, String queue) {
    return camel
        .createProducerTemplate()
        .request(
            TestCallRoute.ENDPOINT,
            exchange -> {
              TestCallRoute.name(connector, exchange);
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

  private interface Writing {
    Message in(Session session) throws Exception;
  }

  private static void leave(TestBroker broker, Writing writing) throws Exception {
    try (Connection connection = new JmsConnectionFactory(broker.address()).createConnection()) {
      Session session = connection.createSession();
      session.createProducer(session.createQueue("decisions")).send(writing.in(session));
    }
  }

  private static BytesMessage bytes(Session session, byte[] body) throws Exception {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    return message;
  }

  private static Message receive(TestBroker broker, String queue) throws Exception {
    try (Connection connection = new JmsConnectionFactory(broker.address()).createConnection()) {
      connection.start();
      Session session = connection.createSession();
      MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
      return consumer.receive(5_000);
    }
  }
}
