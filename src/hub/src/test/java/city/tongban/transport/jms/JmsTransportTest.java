package city.tongban.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.SecretFolder;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.HttpServer;
import city.rehearsal.simulator.department.archives.Archives;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.CoreBroker;
import city.tongban.transport.HeaderAllowList;
import city.tongban.transport.TestCallRoute;
import city.tongban.transport.TransportRoutes;
import city.tongban.transport.Transports;
import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
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

/** The JMS transport against real brokers: a plain one, and the archives' behind certificates. */
class JmsTransportTest {
  /**
   * They say why and hang up; where the line is gone before their word is read, it is only gone.
   */
  private static final List<String> NOT_LET_IN = List.of("HUB-4013", "HUB-4010");

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
    camel.getRegistry().bind("headerAllowList", new HeaderAllowList());
    camel.addComponent(JmsTransport.COMPONENT, new JmsConfiguration().partnerJms());
    TestCallRoute.addTo(camel);
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
    routes = new TransportRoutes(Transports.offline(new Credentials(secrets), Clock.systemUTC()));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aRequestCarriesTheDeliverysIdAndWhereTheAnswerGoesAndNothingElse() throws Exception {
    try (CoreBroker broker = broker()) {
      Exchange done = send(connector(broker.address()));

      assertThat(done.getException()).isNull();
      assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(DELIVERY);
      Message message = broker.receive(CoreBroker.REQUESTS);
      assertThat(message.getJMSCorrelationID()).isEqualTo(DELIVERY);
      assertThat(message.getJMSReplyTo()).hasToString("ActiveMQQueue[DACX.HF.TONGBAN]");
      assertThat(message.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
      assertThat(message.getBody(byte[].class)).isEqualTo(BODY);
      assertThat(message.getPropertyNames().asIterator())
          .toIterable()
          .allMatch(name -> String.valueOf(name).startsWith("JMS"));
    }
  }

  @Test
  void anAnswerComesWithItsCorrelationAndNoOtherHeaderOfTheirs() throws Exception {
    try (CoreBroker broker = broker()) {
      List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
      taking = exchange -> headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
      broker.leave(
          session -> {
            Message message = bytes(session, BODY);
            message.setJMSCorrelationID(DELIVERY);
            message.setStringProperty("CAmelHttpUri", "http://127.0.0.1:1/");
            message.setStringProperty("HubBackEnd", "housing");
            return message;
          });

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(headers.get(0))
          .containsOnlyKeys("HubBackEnd", "HubTry", "HubCorrelation", Exchange.CONTENT_TYPE)
          .containsEntry("HubBackEnd", "archives")
          .containsEntry("HubCorrelation", DELIVERY);
    }
  }

  @Test
  void aQueueThatIsNotThereIsToldByItsOwnCode() throws Exception {
    try (CoreBroker broker = broker()) {
      Connector connector = connector(broker.address());
      routes.activated(connector, Optional.empty());

      assertThat(code(call(connector, "no-such-queue"))).isEqualTo("HUB-4041");
    }
  }

  @Test
  void aBrokerThatWentAwayIsNotReachedAndTheNextOneIs() throws Exception {
    Connector connector;
    try (CoreBroker broker = broker()) {
      connector = connector(broker.address());
      assertThat(send(connector).getException()).isNull();
    }

    assertThat(code(send(connector))).isIn("HUB-4010", "HUB-4011");
    assertThat(code(send(connector))).isEqualTo("HUB-4010");
  }

  @Test
  void aServerThatSaysNothingIsNotReached() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (String scheme : List.of("tcp", "ssl")) {
        secretsOfAnAuthority();
        URI address = URI.create(scheme + "://127.0.0.1:" + mute.getLocalPort());
        Connector connector =
            ShippedConnectors.with("archives", address, Map.of("timeout: 15s", "timeout: 1s"));

        assertThat(code(send(connector))).isEqualTo("HUB-4010");
      }
    }
  }

  /** More often than their broker would count: it would lay aside what is good. */
  @Test
  void whatFailsForAReasonOfOursIsNotCountedAgainstTheAnswer() throws Exception {
    try (CoreBroker broker = new CoreBroker(folder, 2)) {
      List<Integer> tries = new CopyOnWriteArrayList<>();
      taking =
          exchange -> {
            tries.add(exchange.getMessage().getHeader("HubTry", Integer.class));
            if (tries.size() < 4) {
              throw new IllegalStateException("our database is away");
            }
          };
      broker.leave(session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(tries).containsExactly(1, 2, 3, 4);
      await().until(() -> broker.count(CoreBroker.ANSWERS) == 0);
      assertThat(broker.count(CoreBroker.DEAD)).isZero();
    }
  }

  @Test
  void whatIsNeitherBytesNorTextIsToldOnceAndLiesAmongTheirDead() throws Exception {
    try (CoreBroker broker = broker()) {
      broker.leave(session -> session.createObjectMessage(new java.util.ArrayList<>()));
      broker.leave(Session::createMapMessage);
      broker.leave(Session::createMessage);
      broker.leave(session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).containsExactly("HUB-4043", "HUB-4043", "HUB-4043");
      assertThat(broker.count(CoreBroker.DEAD)).isEqualTo(3);
    }
  }

  @Test
  void aMessageThatIsTooLargeStaysUnfetchedWhateverItIs() throws Exception {
    try (CoreBroker broker = broker()) {
      broker.leave(session -> bytes(session, new byte[3_000_000]));
      broker.leave(session -> session.createTextMessage("档".repeat(1_000_000)));
      broker.leave(session -> session.createObjectMessage(new byte[3_000_000]));
      broker.leave(session -> bytes(session, new byte[900_000])); // large to them, not to us

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).containsExactly("HUB-9009", "HUB-9009", "HUB-9009");
      assertThat(taken.get(0)).hasSize(900_000);
      assertThat(broker.count(CoreBroker.DEAD)).isEqualTo(3);
    }
  }

  @Test
  void halfACharacterIsNotReplaced() throws Exception {
    try (CoreBroker broker = broker()) {
      broker.leave(session -> session.createTextMessage("<a>\uD842</a>"));
      broker.leave(session -> session.createTextMessage("<a>\uD842\uDFB7</a>"));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).containsExactly("HUB-9007");
      assertThat(taken).containsExactly("<a>𠮷</a>");
    }
  }

  @Test
  void aBrokerThatLaysNothingAsideKeepsNoBlockedQueue() throws Exception {
    try (CoreBroker broker = new CoreBroker(folder, -1)) {
      broker.leave(Session::createMapMessage);
      broker.leave(session -> bytes(session, BODY));

      routes.activated(connector(broker.address()), Optional.empty());
      await().until(() -> taken.size() == 1);

      assertThat(refused).containsExactly("HUB-4043", "HUB-4061");
      await().until(() -> broker.count(CoreBroker.ANSWERS) == 0);
    }
  }

  @Test
  void aConnectorThatLeavesOutWhatALineNeedsIsRefused() {
    Connector silent = ShippedConnectors.with("archives", Map.of(", call: DACX.HF.TONGBAN", ""));
    Connector http = ShippedConnectors.with("archives", URI.create("http://127.0.0.1:1"), Map.of());
    Connector nameless =
        ShippedConnectors.with(
            "archives", Map.of("tls:\n  key: archives\n  trust: archives-authority", "#"));

    assertThatThrownBy(() -> check(silent)).hasMessageContaining("operations.results.call");
    assertThatThrownBy(() -> check(http)).hasMessageContaining("ssl://");
    assertThatThrownBy(() -> check(nameless)).hasMessageContaining("tls block");
  }

  @Test
  void theirBrokerAndOursKnowEachOtherByCertificate() throws Exception {
    Path theirs = Files.createDirectories(folder.resolve("theirs"));
    SecretFolder made = new SecretFolder(theirs);
    Certificates.makeLine(made, "archives", "");
    try (ApplicationStore book = new ApplicationStore(folder.resolve("archives.jsonl"));
        Archives department = archives(book, theirs)) {
      department.start();
      URI address = department.ownAddress().orElseThrow();
      Connector connector =
          ShippedConnectors.with("archives", address, Map.of("timeout: 15s", "timeout: 2s"));
      String itsKey = made.read("archives-authority-key");
      write("archives", made.read("archives"));

      write("archives-authority", Certificates.certificate(Certificates.authority("else")));
      assertThat(code(send(connector))).isEqualTo("HUB-4045");

      write("archives-authority", made.read("archives-authority"));
      write("archives", issued(Certificates.authority("else"), Certificates.Days.ofARehearsal()));
      assertThat(code(send(connector))).isIn(NOT_LET_IN);
      write("archives", issued(itsKey, Certificates.Days.ofARehearsal())); // a sibling of ours
      assertThat(code(send(connector))).isIn(NOT_LET_IN);
      Instant past = Instant.parse("2018-01-01T00:00:00Z");
      write("archives", issued(itsKey, new Certificates.Days(past, past.plusSeconds(60))));
      assertThat(code(send(connector))).isEqualTo("HUB-4046");
      write("archives", "no key at all");
      assertThat(code(send(connector))).isEqualTo("HUB-8007");

      write("archives", made.read("archives")); // it works at the next connection
      await().until(() -> send(connector).getException() == null);
      await().until(() -> taken.size() > 0);
      assertThat(taken.get(0)).contains("<QQBH>" + DELIVERY + "</QQBH>", "<JG>9</JG>");
      assertThat(book.all()).isEmpty();
    }
  }

  private Archives archives(ApplicationStore book, Path theirs) throws Exception {
    DepartmentContext office =
        new DepartmentContext(
            "archives",
            book,
            new BusinessClock(folder.resolve("clock.json")),
            new Faults(),
            new HttpServer(0, folder),
            Executors.newSingleThreadScheduledExecutor());
    String ours = Certificates.certificate(Files.readString(theirs.resolve("archives")));
    return new Archives(office, folder.resolve("archives"), theirs, ours);
  }

  private CoreBroker broker() throws Exception {
    return new CoreBroker(folder, 3);
  }

  private static Connector connector(URI address) {
    return ShippedConnectors.with("archives", address, Map.of());
  }

  private void secretsOfAnAuthority() throws Exception {
    String authority = Certificates.authority("somebody");
    write("archives-authority", Certificates.certificate(authority));
    write("archives", issued(authority, Certificates.Days.ofARehearsal()));
  }

  private static String issued(String authority, Certificates.Days days) {
    return Certificates.issued(authority, "archives", days);
  }

  private void write(String secret, String text) throws Exception {
    Files.writeString(secrets.resolve(secret), text);
  }

  private static void check(Connector connector) {
    ShippedConnectors.check(connector);
  }

  private static BytesMessage bytes(Session session, byte[] body) throws Exception {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    return message;
  }

  private Exchange send(Connector connector) {
    routes.activated(connector, Optional.empty());
    return call(connector, "DACX.QQ");
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
}
