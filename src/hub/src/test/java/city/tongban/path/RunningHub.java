package city.tongban.path;

import city.rehearsal.client.Ports;
import city.rehearsal.client.SecretFolder;
import city.rehearsal.client.SharedSecrets;
import city.rehearsal.simulator.SimulatorSettings;
import city.rehearsal.simulator.Simulators;
import city.tongban.HubApplication;
import city.tongban.clock.WorkingDayCalendar;
import city.tongban.support.TcpProxy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole hub with a real database, a real broker and the departments' real servers; tests call
 * it over HTTP only. There is one per JVM, because a start takes seconds. The end of the JVM ends
 * its processes and deletes its files.
 */
public final class RunningHub {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MONDAY_MORNING = "2018-07-02T08:30:00+08:00";
  private static RunningHub running;
  private static Exception startFailure;

  private static final String CENTRE = "centre-" + Applications.CENTRE;

  /** The shortest hours are those of provident-fund: 08:30 to 17:00. */
  private static final LocalTime ALL_OPEN = LocalTime.of(8, 31);

  private static final LocalTime SOON_CLOSED = LocalTime.of(16, 30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final URI hub;
  private final Simulators simulators;
  private final Map<String, TcpProxy> proxies = new TreeMap<>();
  private final ConfigurableApplicationContext context;

  /**
   * The simulators share this JVM, so that their broker's AMQP module is on the class path, in
   * another version than the hub's broker. An installed hub has no such module.
   */
  static class OnlyCoreProtocol {
    @Bean
    ArtemisConfigurationCustomizer onlyCoreProtocol() {
      return broker -> broker.setResolveProtocols(false);
    }
  }

  private RunningHub() throws IOException {
    folder = Files.createTempDirectory("running-hub");
    Path secrets = folder.resolve("secrets");
    SharedSecrets.make(new SecretFolder(secrets).closed());
    hub = URI.create("http://127.0.0.1:" + Ports.free());
    simulators = Simulators.start(new SimulatorSettings(0, hub, secrets, folder.resolve("books")));
    simulators
        .addresses()
        .forEach((backEnd, address) -> proxies.put(backEnd, new TcpProxy(address)));
    SpringApplication application =
        new SpringApplication(HubApplication.class, OnlyCoreProtocol.class);
    application.setRegisterShutdownHook(
        false); // the hook below closes the context before it deletes the folder
    context = application.run(settings());
  }

  private String[] settings() throws IOException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--server.port=" + hub.getPort(),
                "--management.server.port=0",
                "--hub.data=" + folder,
                "--hub.connectors.poll-interval=300ms",
                "--hub.clock.start=" + MONDAY_MORNING,
                "--hub.rehearsal.simulators=" + simulators.address(),
                "--hub.connectors.folders=" + ShortTimeoutBundles.below(folder),
                "--hub.results.poll-interval=200ms",
                "--hub.batches.check-interval=100ms"));
    proxies.forEach(
        (backEnd, proxy) ->
            settings.add("--hub.connectors.addresses.%s=%s".formatted(backEnd, proxy.address())));
    simulators
        .hubAddresses()
        .forEach(
            (backEnd, door) ->
                settings.add("--hub.connectors.listen.%s=%s".formatted(backEnd, door)));
    return settings.toArray(String[]::new);
  }

  /**
   * The hub of this JVM, which is started by the first call. A start that fails is not tried again:
   * hundreds of tests would each wait for it.
   */
  public static synchronized RunningHub get() {
    if (startFailure != null) {
      throw new IllegalStateException("the hub did not start", startFailure);
    }
    if (running == null) {
      try {
        running = new RunningHub();
      } catch (IOException | RuntimeException e) {
        startFailure = e;
        throw new IllegalStateException("the hub did not start", e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "running-hub-close"));
    }
    return running;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** The proxy before a department, for tests that disconnect it. */
  public TcpProxy proxy(String backEnd) {
    return proxies.get(backEnd);
  }

  /** The folder of the connectors and mappings that the hub has taken in. */
  public Path bundles() {
    return folder.resolve("bundles");
  }

  public URI address() {
    return hub;
  }

  /** The bearer token that the hub made for a partner. */
  public String token(String partner) {
    return secret("token-" + partner);
  }

  /** The password that the hub made for the account of a role. */
  public String consolePassword(String account) {
    return secret("console-" + account);
  }

  public HttpResponse<String> get(String path, String partner) {
    return send(request(path, partner).GET());
  }

  public HttpResponse<String> post(String path, String partner, Object body) {
    return send(
        request(path, partner)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body instanceof String text ? text : write(body))));
  }

  public JsonNode read(String path, String partner) {
    HttpResponse<String> answer = get(path, partner);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return json(answer);
  }

  /** Submits an application and returns its case number. */
  public String receipted(Map<String, Object> application) {
    HttpResponse<String> answer =
        post("/api/v1/cases", "centre-" + application.get("collectingCentre"), application);
    if (answer.statusCode() != 201) {
      throw new AssertionError("no receipt: " + answer.statusCode() + " " + answer.body());
    }
    return json(answer).get("caseNumber").asText();
  }

  /** Submits the application under new message ids until the case number is one that is wanted. */
  public String receipted(Map<String, Object> application, Predicate<String> wanted) {
    String number = receipted(application);
    while (!wanted.test(number)) {
      application.put("messageId", UUID.randomUUID().toString());
      number = receipted(application);
    }
    return number;
  }

  /** How the attempts for a case ended, in order. */
  public List<String> attempts(String number) {
    return context
        .getBean(JdbcClient.class)
        .sql("select coalesce(outcome, '') from attempt where case_number = ? order by number")
        .param(number)
        .query(String.class)
        .list();
  }

  /** How many results of a department were refused with that code. */
  public long refusedResults(String backEnd, String code) {
    return context
        .getBean(JdbcClient.class)
        .sql(
            """
            select count(*) from trail
            where stage = 'result' and event = 'refused' and partner = ? and error_code = ?
            """)
        .param(backEnd)
        .param(code)
        .query(Long.class)
        .single();
  }

  /** The applications that a department has stored for a case. */
  public List<JsonNode> book(String backEnd, String caseNumber) {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : control("GET", "/control/messages/" + backEnd, null)) {
      if (entry.get("caseNo").asText().equals(caseNumber)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** The business time of the hub. */
  public OffsetDateTime now() {
    return OffsetDateTime.parse(read("/api/v1/clock", "operator").get("business").asText());
  }

  /** Steps the business clock of the hub and of the simulators. */
  public void step(OffsetDateTime to) {
    HttpResponse<String> stepped =
        post("/api/v1/clock", "operator", Map.of("business", to.toString()));
    if (stepped.statusCode() != 200) {
      throw new AssertionError("the clock was not stepped: " + stepped.body());
    }
    control("POST", "/control/clock", read("/api/v1/clock", "operator"));
  }

  /** Steps to the next working morning, unless the departments with the shortest hours are open. */
  public void inOfficeHours() {
    OffsetDateTime now = now();
    WorkingDayCalendar days = context.getBean(WorkingDayCalendar.class);
    LocalTime time = now.toLocalTime();
    if (!time.isBefore(ALL_OPEN)
        && time.isBefore(SOON_CLOSED)
        && days.workingDay(now.toLocalDate())) {
      return;
    }
    OffsetDateTime morning = now.with(ALL_OPEN);
    while (!morning.isAfter(now) || !days.workingDay(morning.toLocalDate())) {
      morning = morning.plusDays(1);
    }
    step(morning);
  }

  /** A case as its centre sees it. */
  public JsonNode caseOf(String number) {
    return read("/api/v1/cases/" + number, CENTRE);
  }

  public String state(String number) {
    return caseOf(number).get("state").asText();
  }

  /** The first delivery of the case, which carries the application. */
  public JsonNode delivery(String number) {
    return caseOf(number).get("deliveries").get(0);
  }

  /** The events in the inbox of the centre about a case, in order. */
  public List<String> events(String number) {
    List<String> events = new ArrayList<>();
    String inbox = "/api/v1/centres/" + Applications.CENTRE + "/inbox?wait=0&limit=500&after=";
    long after = 0;
    JsonNode page;
    do {
      page = read(inbox + after, CENTRE);
      for (JsonNode notice : page.get("notices")) {
        if (notice.get("caseNumber").asText().equals(number)) {
          events.add(notice.get("event").asText());
        }
      }
      after = page.get("next").asLong();
    } while (!page.get("notices").isEmpty());
    return events;
  }

  /** Switches a fault on for the next {@code count} calls to a department. */
  public void fault(String backEnd, String fault, int count) {
    control("POST", "/control/faults", Map.of("backEnd", backEnd, "fault", fault, "count", count));
  }

  /** Delays the answer to the next call to a department. */
  public void slow(String backEnd, Duration late) {
    control(
        "POST",
        "/control/faults",
        Map.of("backEnd", backEnd, "fault", "slow", "count", 1, "millis", late.toMillis()));
  }

  /** Ends the lease of the call for a case, as if its node had died. */
  public void expireLease(String number) {
    int ended =
        context
            .getBean(JdbcClient.class)
            .sql(
                """
                update delivery set due_at = now() - interval '1 second'
                where case_number = ? and state = 'SENDING'
                """)
            .param(number)
            .update();
    if (ended != 1) {
      throw new AssertionError("no call is under way for " + number);
    }
  }

  /** The faults of a department that no call has met yet. */
  public JsonNode faultsLeft(String backEnd) {
    return control("GET", "/control/faults", null).path(backEnd);
  }

  public void noFaults() {
    control("DELETE", "/control/faults", null);
  }

  public static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  private JsonNode control(String method, String path, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(simulators.address().resolve(path))
            .header("X-Control", secret("simulator-control"))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body)));
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.nullNode() : json(answer);
  }

  private HttpRequest.Builder request(String path, String partner) {
    return HttpRequest.newBuilder(hub.resolve(path))
        .header("Authorization", "Bearer " + token(partner));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The file of a secret, for tests that change it. */
  public Path secretFile(String name) {
    return folder.resolve("secrets").resolve(name);
  }

  private String secret(String name) {
    try {
      return Files.readString(folder.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() {
    try {
      context.close();
      simulators.close();
      org.springframework.util.FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
