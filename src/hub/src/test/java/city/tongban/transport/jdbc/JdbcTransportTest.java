package city.tongban.transport.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.department.civilaffairs.WorkingDays;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.FailureEffect;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.FailureClassifier;
import city.tongban.transport.StagedDay;
import city.tongban.transport.StagedDigest;
import city.tongban.transport.StagingLedger;
import city.tongban.transport.TestCallRoute;
import city.tongban.transport.TransportRoutes;
import city.tongban.transport.Transports;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transport of rows against a real exchange database, and against peers that are none. */
class JdbcTransportTest {
  private static final String OFFICE = "civil-affairs";
  private static final String APPLY = "ex_apply_in";
  private static final LocalDate DAY = LocalDate.of(2018, 7, 2);
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static Departments departments;
  private static int ids;

  private final Map<String, LocalDate> held = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<Long> places = new CopyOnWriteArrayList<>();
  private final List<StagedDay> days = new CopyOnWriteArrayList<>();
  private volatile Consumer<Exchange> taking = exchange -> {};
  private volatile LocalDate today = DAY;
  private boolean bookIsAway;
  private CamelContext camel;
  private TransportRoutes routes;
  private Path secrets;

  @BeforeAll
  static void theirDatabase() throws Exception {
    departments = new Departments(folder, OFFICE);
    await().atMost(Duration.ofMinutes(2)).until(JdbcTransportTest::answers); // it is made now
  }

  @AfterAll
  static void closeIt() throws Exception {
    departments.close();
  }

  @BeforeEach
  void aContextWithTheRealTemplates() throws Exception {
    secrets = departments.secrets();
    camel = new DefaultCamelContext();
    camel.addRoutes(new Hub());
    load("routes/transports/jdbc.camel.yaml");
    StagingLedger book =
        new StagingLedger() {
          @Override
          public LocalDate today() {
            return today;
          }

          @Override
          public void holds(String backEnd, String delivery, LocalDate day) {
            if (bookIsAway) {
              throw new IllegalStateException("no connection to our own database");
            }
            held.put(delivery, day);
          }
        };
    Credentials credentials = new Credentials(secrets);
    routes =
        new TransportRoutes(new Transports(List.of(new JdbcTransport(credentials, book, null))));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  private void load(String file) throws Exception {
    TestCallRoute.addTo(camel);
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file));
  }

  @AfterEach
  void stop() throws Exception {
    Set<StagingTables> open = camel.getRegistry().findByType(StagingTables.class);
    camel.stop();
    open.forEach(StagingTables::close); // their account has few connections
    departments.control("DELETE", "/faults", "");
  }

  @Test
  void aRowThatIsInAndThatOurOwnBookCouldNotNoteIsInDoubtAndWrittenAgain() {
    String id = nextId();
    bookIsAway = true;

    Exchange unnoted = send(connector(), row(id, "王小明", "x"));
    bookIsAway = false;
    Exchange again = send(connector(), row(id, "王小明", "x"));

    assertThat(FailureClassifier.classify(unnoted.getException()).effect())
        .isEqualTo(FailureEffect.IN_DOUBT);
    assertThat(again.getException()).isNull();
    assertThat(held).containsEntry(id, DAY);
  }

  @Test
  void aRowIsPutInWholeUnderOurDay() throws Exception {
    String id = nextId();

    Exchange done = send(connector(), row(id, "𠮷川·艾山䶮", "x'); drop table ex_apply_in; --"));

    assertThat(done.getException()).isNull();
    assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(id);
    assertThat(
            ask(
                "select name, purpose, sent_on, partner, month_income from ex_apply_in where"
                    + " delivery_id = '%s'",
                id))
        .containsExactly(
            "𠮷川·艾山䶮", "x'); drop table ex_apply_in; --", "2018-07-02", "tongban_hub", "1.50");
    assertThat(held).containsEntry(id, DAY);
  }

  @Test
  void theSameRowAgainIsTheSameRowAndKeepsItsDayAndItsNumber() throws Exception {
    String id = nextId();
    send(connector(), row(id, "张三", "就学"));
    String number = ask("select seq from ex_apply_in where delivery_id = '%s'", id).get(0);
    held.clear();
    today = DAY.plusDays(1);

    Exchange again = send(connector(), row(id, "张三", "就学"));
    String next = nextId();
    send(connector(), row(next, "张三", "就学"));

    assertThat(again.getException()).isNull();
    assertThat(held).containsEntry(id, DAY).containsEntry(next, DAY.plusDays(1));
    // nothing was counted for the repeat
    assertThat(ask("select seq from ex_apply_in where delivery_id = '%s'", next))
        .containsExactly(String.valueOf(Long.parseLong(number) + 1));
  }

  @Test
  void anotherRowUnderThatIdIsRefusedAndTheFirstStays() throws Exception {
    String id = nextId();
    send(connector(), row(id, "张三", "就学"));

    Exchange other = send(connector(), row(id, "李四", "就学"));

    assertThat(code(other)).isEqualTo("HUB-4051");
    assertThat(other.getException()).isInstanceOf(Fault.class);
    assertThat(ask("select name from ex_apply_in where delivery_id = '%s'", id))
        .containsExactly("张三");
  }

  @ParameterizedTest
  @CsvSource({
    "matter, XXX", // a check of theirs
    "family_size, viele", // a type of theirs
    "street, 3101040030000" // a width of theirs
  })
  void whatTheirDatabaseDoesNotTakeIsToldWithoutWhatIsInIt(String column, String value)
      throws Exception {
    String id = nextId();
    String row =
        row(id, "张晓梅", "就学")
            .replaceFirst("<(%s)>[^<]*<".formatted(column), "<$1>" + value + "<")
            .replace(
                "<centre>",
                column.equals("street") ? "<street>" + value + "</street><centre>" : "<centre>");

    Exchange done = send(connector(), row);

    assertThat(code(done)).isEqualTo("HUB-4052");
    assertThat(String.valueOf(((HubException) done.getException()).problem()))
        .doesNotContain("张晓梅");
    assertThat(done.getException().getCause()).isNull(); // their words repeat the row
    assertThat(ask("select count(*) from ex_apply_in where delivery_id = '%s'", id))
        .containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ex_apply_in><delivery_id>x</delivery_id><no_such>1</no_such></ex_apply_in>",
        "<ex_apply_in><delivery_id>x</delivery_id><sent_on>2000-01-01</sent_on></ex_apply_in>",
        "<ex_apply_in><name>x</name></ex_apply_in>",
        "<ex_apply_in><delivery_id>x</delivery_id><delivery_id>x</delivery_id></ex_apply_in>",
        "<ex_apply_in><delivery_id>x<b>y</b></delivery_id></ex_apply_in>",
        "<pg_authid><delivery_id>x</delivery_id></pg_authid>"
      })
  void whatIsNoRowOfThatTableIsNotTried(String row) throws Exception {
    assertThat(code(send(connector(), row))).isEqualTo("HUB-4050");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_such_table", "ex_day_out", "ex_partner"})
  void aTableThatIsNotForUsIsNotWrittenInto(String table) throws Exception {
    String row = "<%s><delivery_id>x</delivery_id></%s>".formatted(table, table);

    assertThat(code(send(connector(), row, table))).isEqualTo("HUB-4050");
  }

  @Test
  void anAnswerToTheCommitThatGetsLostIsADoubtAndTheRowIsThereOnce() throws Exception {
    String id = nextId();
    fault("lost-answer", 1, "");

    Exchange lost = send(connector(), row(id, "张三", "就学"));
    Exchange again = send(connector(), row(id, "张三", "就学"));

    assertThat(code(lost)).isEqualTo("HUB-4011");
    assertThat(again.getException()).isNull();
    assertThat(ask("select count(*) from ex_apply_in where delivery_id = '%s'", id))
        .containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource({"reset, HUB-4010", "down, HUB-4010", "wrong-credential, HUB-4013", "busy, HUB-4012"})
  void whatBreaksBeforeTheCommitHasPutNothingIn(String fault, String code) throws Exception {
    String id = nextId();
    fault(fault, 1, "");

    Exchange done = send(connector(), row(id, "张三", "就学"));

    assertThat(code(done)).isEqualTo(code);
    assertThat(ask("select count(*) from ex_apply_in where delivery_id = '%s'", id))
        .containsExactly("0");
    assertThat(send(connector(), row(id, "张三", "就学")).getException()).isNull();
  }

  @Test
  void aLockThatSomebodyHoldsIsNotWaitedForWithoutEnd() throws Exception {
    fault("locked", 1, ",\"millis\":5000");

    Exchange done =
        send(connector(Map.of("timeout: 15s", "timeout: 6s")), row(nextId(), "张三", "就学"));

    assertThat(code(done)).isEqualTo("HUB-4012");
  }

  @Test
  void theirRestartInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    String id = nextId();
    fault("restart", 1, "");

    Exchange done = send(connector(), row(id, "张三", "就学"));

    assertThat(code(done)).isEqualTo("HUB-4010");
    await().atMost(SOON).until(() -> send(connector(), row(id, "张三", "就学")).getException() == null);
    assertThat(ask("select count(*) from ex_apply_in where delivery_id = '%s'", id))
        .containsExactly("1");
  }

  @Test
  void aDayThatTheyHaveClosedTakesNothingMore() throws Exception {
    owner("update ex_partner set closed_day = '2018-07-02'");
    try {
      Exchange closed = send(connector(), row(nextId(), "张三", "就学"));
      today = DAY.plusDays(1);

      assertThat(code(closed)).isEqualTo("HUB-4054");
      assertThat(send(connector(), row(nextId(), "张三", "就学")).getException()).isNull();
    } finally {
      owner("update ex_partner set closed_day = '1970-01-01'");
    }
  }

  @Test
  void aPasswordThatIsNotTheirsIsToldAtOnce() throws Exception {
    Path file = secrets.resolve(OFFICE);
    String right = Files.readString(file);
    Files.writeString(file, "tongban_hub:another-password-altogether");
    try {
      assertThat(code(send(connector(), row(nextId(), "张三", "就学")))).isEqualTo("HUB-4013");
    } finally {
      Files.writeString(file, right);
    }
    assertThat(send(connector(), row(nextId(), "张三", "就学")).getException()).isNull();
  }

  @Test
  void nobodyListensThere() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("postgresql://127.0.0.1:" + free.getLocalPort() + "/exchange");
      free.close();

      assertThat(code(send(connector(address), row(nextId(), "张三", "就学")))).isEqualTo("HUB-4010");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 400 Bad Request\r\n\r\n", "N", "NR\0\0\0\u0008\0\0\0\u0003"})
  void aServerThatIsNoneOrWantsOurPasswordInClearGetsNothing(String says) throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (ServerSocket peer = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
      Thread speaking = new Thread(() -> speak(peer, says, heard));
      speaking.setDaemon(true);
      speaking.start();
      URI address = URI.create("postgresql://127.0.0.1:" + peer.getLocalPort() + "/exchange");

      Exchange done = send(connector(address), row(nextId(), "张三", "就学"));

      assertThat(code(done)).isEqualTo("HUB-4010");
    }
    assertThat(String.join("", heard)).doesNotContain(secret()).doesNotContain("张三");
  }

  @Test
  void theirRowsAreTakenInOrderAndMarkedAfterwards() throws Exception {
    quiet();
    long first = leave(nextId(), "10", null);
    long second = leave(nextId(), "30", "同意\"<&>𠮷");
    connectorThatLooks();

    await().atMost(SOON).until(() -> open(first, second).equals("0"));

    assertThat(taken)
        .anyMatch(
            xml ->
                xml.startsWith("<ex_result_out><result_id>")
                    && xml.contains("<reason>同意\"&lt;&amp;&gt;𠮷</reason>")
                    && !xml.contains("seq")
                    && !xml.contains("digest"));
    assertThat(places).contains(first, second);
    assertThat(refused).isEmpty();
  }

  @Test
  void aRowWhoseDigestDoesNotFitIsFlaggedAndBlocksNobody() throws Exception {
    quiet();
    long bad = leave(nextId(), "30", "x");
    owner("update ex_result_out set reason = 'y' where seq = " + bad);
    long large = leave(nextId(), "30", "长".repeat(100_000));
    long control = leave(nextId(), "30", "a\u0001b");
    long good = leave(nextId(), "30", null);
    connectorThatLooks();

    await().atMost(SOON).until(() -> open(bad, good).equals("0"));

    assertThat(refused).containsExactly("HUB-4053", "HUB-9009", "HUB-9007");
    assertThat(
            ask(
                "select left(flag, 8) from ex_result_out where seq in (%d, %d, %d) order by seq"
                    .formatted(bad, large, control)))
        .containsExactly("HUB-4053", "HUB-9009", "HUB-9007");
    assertThat(ask("select picked_at is not null from ex_result_out where seq = " + good))
        .containsExactly("t");
    assertThat(taken).hasSize(1);
  }

  @Test
  void whatFailsForAReasonOfOursComesAgainWhenTheClaimHasRunOut() throws Exception {
    quiet();
    List<Object> tries = new CopyOnWriteArrayList<>();
    taking =
        exchange -> {
          tries.add(exchange.getMessage().getHeader("HubTry"));
          if (tries.size() < 3) {
            throw new IllegalStateException("our database is away");
          }
        };
    long seq = leave(nextId(), "30", null);
    connectorThatLooks();

    await().atMost(SOON).until(() -> open(seq, seq).equals("0"));

    assertThat(tries).containsExactly(1, 2, 3);
    assertThat(refused).isEmpty();
  }

  @Test
  void aMarkThatGetsLostBringsTheRowAgain() throws Exception {
    quiet();
    fault("lost-acknowledgement", 1, "");
    long seq = leave(nextId(), "30", null);
    connectorThatLooks();

    await().atMost(SOON).until(() -> open(seq, seq).equals("0"));

    assertThat(taken).hasSize(2).containsOnly(taken.get(0));
  }

  @Test
  void whatTheySayOfADayIsLeftUntilItIsSettled() throws Exception {
    owner("insert into ex_day_out (day, row_count, digest) values ('2018-06-30', 7, 'abc')");
    connectorThatLooks();

    await()
        .atMost(SOON)
        .until(
            () ->
                ask("select picked_at is not null from ex_day_out where day = '2018-06-30'")
                    .equals(List.of("t")));

    assertThat(days)
        .containsExactly(
            new StagedDay(LocalDate.of(2018, 6, 30), 7, "abc", 1),
            new StagedDay(LocalDate.of(2018, 6, 30), 7, "abc", 2));
  }

  @Test
  void ourAccountMayDoNoMoreThanTheAgreementSays() throws Exception {
    for (String forbidden :
        List.of(
            "update ex_apply_in set name = 'x'",
            "delete from ex_result_out",
            "update ex_result_out set outcome = '30'",
            "insert into ex_day_out (day, row_count, digest) values ('2000-01-01', 0, '')",
            "select * from ex_partner",
            "create table mine (a int)")) {
      try (Connection line = connect("tongban_hub", secret());
          Statement sql = line.createStatement()) {
        assertThatThrownBy(() -> sql.execute(forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void anotherDoubtAnotherCodecOrAnotherSchemeIsNoConnectorOfThisTransport() {
    for (Map<String, String> change :
        List.of(
            Map.of("doubt: same-id ", "doubt: person "),
            Map.of("postgresql://", "mysql://"),
            Map.of("8099/exchange", "8099/"),
            Map.of("  dayTable: ex_day_out", "  # none"),
            Map.of("call: ex_result_out", "call: ''"),
            Map.of("call: ex_withdraw_in", "call: 'x; y'"))) {
      assertThatThrownBy(() -> ShippedConnectors.check(ShippedConnectors.with(OFFICE, change)))
          .as(change.toString())
          .isInstanceOf(Fault.class);
    }
  }

  /** The routes of the hub behind the transport, as far as it must know them. */
  private final class Hub extends RouteBuilder {
    @Override
    public void configure() {
      errorHandler(noErrorHandler());
      from("direct:result-rows")
          .process(e -> places.addAll(e.getMessage().getHeader("HubPlaces", List.class)));
      from("direct:result-message")
          .process(
              exchange -> {
                taking.accept(exchange);
                taken.add(
                    new String(
                        exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
              });
      from("direct:result-message-refused")
          .process(
              exchange -> {
                Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
                if (!(why instanceof Refusal known)) {
                  throw why;
                }
                refused.add(known.problem().code());
              });
      from("direct:result-day")
          .process(
              exchange -> {
                StagedDay day = exchange.getMessage().getBody(StagedDay.class);
                days.add(day);
                exchange.getMessage().setHeader("HubSettled", day.looks() > 1);
              });
    }
  }

  private static void speak(ServerSocket peer, String says, List<String> heard) {
    while (!peer.isClosed()) {
      try (Socket caller = peer.accept()) {
        caller.setSoTimeout(500);
        OutputStream out = caller.getOutputStream();
        byte[] bytes = new byte[4096];
        byte[] words = says.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; ; ) {
          int n = caller.getInputStream().read(bytes);
          if (n < 0) {
            break;
          }
          heard.add(new String(bytes, 0, n, StandardCharsets.UTF_8));
          // "N" to the wish for TLS, then the rest to the introduction
          int part = says.startsWith("N") && at == 0 ? 1 : words.length - at;
          out.write(words, at, part);
          out.flush();
          at += part;
        }
      } catch (IOException e) {
        // the caller has had enough
      }
    }
  }

  private Connector connector() {
    return connector(Map.of());
  }

  private Connector connector(Map<String, String> changes) {
    return stood(departments.address(OFFICE), changes, "pollInterval: 30s", "pollInterval: 1h");
  }

  private Connector connector(URI address) {
    return stood(
        address, Map.of("timeout: 15s", "timeout: 2s"), "pollInterval: 30s", "pollInterval: 1h");
  }

  private void connectorThatLooks() {
    stood(
        departments.address(OFFICE),
        Map.of("lease: 5s", "lease: 400ms"),
        "pollInterval: 30s",
        "pollInterval: 100ms");
  }

  private Connector stood(URI address, Map<String, String> changes, String from, String to) {
    Map<String, String> all = new HashMap<>(changes);
    all.put(from, to);
    Connector connector = ShippedConnectors.with(OFFICE, address, all);
    routes.activated(connector, Optional.empty());
    return connector;
  }

  private Exchange send(Connector connector, String row) {
    return send(connector, row, APPLY);
  }

  private Exchange send(Connector connector, String row, String table) {
    return camel
        .createProducerTemplate()
        .request(
            TestCallRoute.ENDPOINT,
            exchange -> {
              TestCallRoute.name(connector, exchange);
              exchange.getMessage().setBody(row.getBytes(StandardCharsets.UTF_8));
              exchange.getMessage().setHeader("HubCall", table);
              exchange.getMessage().setHeader("HubTable", "ex_result_out"); // a stranger's
              exchange
                  .getMessage()
                  .setHeader(
                      "HubDelivery",
                      row.replaceAll("(?s).*<delivery_id>(.*?)</delivery_id>.*", "$1"));
            });
  }

  private static String code(Exchange done) {
    assertThat(done.getException()).isInstanceOf(HubException.class);
    return ((HubException) done.getException()).problem().code();
  }

  /** Of a case that the department decides days later, so that one result comes at first. */
  private static String nextId() {
    String id;
    do {
      id = "310104-20180702-%06d/1".formatted(++ids);
    } while (WorkingDays.PACING.isImmediate(id));
    return id;
  }

  /** What their office has said of the rows of other tests is out of the way. */
  private static void quiet() throws Exception {
    await()
        .atMost(SOON)
        .until(
            () ->
                ask("""
                select count(*) from ex_apply_in a
                where not exists (select from ex_result_out o where o.delivery_id = a.delivery_id)
                """)
                    .equals(List.of("0")));
    owner("update ex_result_out set picked_at = now() where picked_at is null");
  }

  private static String row(String id, String name, String purpose) {
    return """
    <?xml version="1.0" encoding="UTF-8"?><ex_apply_in><delivery_id>%s</delivery_id><case_no>%s</case_no><matter>DBZM</matter>\
    <name>%s</name><id_type>1</id_type><id_no>11010519491231002X</id_no><centre>31010400201</centre><applied_on>2018-07-02</applied_on>\
    <family_size>3</family_size><month_income>1.5</month_income><purpose>%s</purpose></ex_apply_in>\
    """
        .formatted(id, id, name, purpose);
  }

  /** As their office does, with a digest that fits. */
  private static long leave(String delivery, String outcome, String reason) throws Exception {
    try (Connection line = owner();
        Statement sql = line.createStatement()) {
      long seq;
      try (ResultSet last =
          sql.executeQuery("select coalesce(max(seq), 0) + 1 from ex_result_out")) {
        last.next();
        seq = last.getLong(1);
      }
      List<String> columns =
          List.of(
              "R-" + delivery,
              delivery,
              "",
              outcome,
              reason == null ? "" : reason,
              "2018-07-04T10:20:30+08:00");
      try (var insert =
          line.prepareStatement(
              "insert into ex_result_out (seq, result_id, delivery_id, outcome, reason, decided_at,"
                  + " digest) values (?, ?, ?, ?, ?, ?, ?)")) {
        insert.setLong(1, seq);
        insert.setString(2, columns.get(0));
        insert.setString(3, delivery);
        insert.setString(4, outcome);
        insert.setString(5, reason);
        insert.setString(6, columns.get(5));
        insert.setString(7, StagedDigest.ofRow(seq, columns));
        insert.executeUpdate();
      }
      return seq;
    }
  }

  private static String open(long first, long last) throws Exception {
    return ask("select count(*) from ex_result_out where seq between %d and %d and picked_at is null and flagged_at is null"
            .formatted(first, last))
        .get(0);
  }

  private static void owner(String statement) throws Exception {
    try (Connection line = owner();
        Statement sql = line.createStatement()) {
      sql.execute(statement);
    }
  }

  private static List<String> ask(String question, Object... values) throws Exception {
    List<String> row = new ArrayList<>();
    try (Connection line = owner();
        Statement sql = line.createStatement();
        ResultSet answer = sql.executeQuery(question.formatted(values))) {
      int width = answer.getMetaData().getColumnCount();
      while (answer.next()) {
        for (int i = 1; i <= width; i++) {
          row.add(answer.getString(i));
        }
      }
    }
    return row;
  }

  private static boolean answers() {
    try {
      return ask("select 1").equals(List.of("1"));
    } catch (Exception e) {
      return false;
    }
  }

  private static Connection owner() throws Exception {
    Path password = departments.stores().resolve(OFFICE).resolve("owner-password");
    return connect("postgres", Files.exists(password) ? Files.readString(password).strip() : "-");
  }

  private static String secret() throws IOException {
    return Files.readString(departments.secrets().resolve(OFFICE)).strip().split(":")[1];
  }

  private static Connection connect(String user, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + departments.address(OFFICE) + "?gssEncMode=disable&connectTimeout=60",
        user,
        password);
  }

  private static void fault(String kind, int count, String more) throws Exception {
    departments.fault(OFFICE, kind, ",\"count\":" + count + more);
  }
}
