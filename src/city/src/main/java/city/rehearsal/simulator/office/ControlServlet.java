package city.rehearsal.simulator.office;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rehearsal's own door: sets the clock, reads the books, switches faults. No department has
 * one.
 */
public final class ControlServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Office> offices;
  private final transient Supplier<Map<String, URI>> addresses;
  private final transient Supplier<Map<String, URI>> doors;
  private final transient BusinessClock clock;
  private final String secret;

  /**
   * @param addresses where each department is found, known once all doors are open
   * @param doors where departments call the hub at a door of its own
   */
  public ControlServlet(
      Map<String, Office> offices,
      Supplier<Map<String, URI>> addresses,
      Supplier<Map<String, URI>> doors,
      BusinessClock clock,
      String secret) {
    this.offices = offices;
    this.addresses = addresses;
    this.doors = doors;
    this.clock = clock;
    this.secret = secret;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    try {
      if (!known(request.getHeader("X-Control"))) {
        say(response, 401, "the header X-Control does not carry the secret 'simulator-control'");
      } else {
        route(request, response);
      }
    } catch (IllegalArgumentException | DateTimeException | Json.NotReadable e) {
      say(response, 400, String.valueOf(e.getMessage()));
    }
  }

  private void route(HttpServletRequest request, HttpServletResponse response)
      throws IOException, Json.NotReadable {
    String path = String.valueOf(request.getPathInfo());
    switch (request.getMethod() + " " + path.replaceFirst("^(/books)/.*", "$1")) {
      case "GET /health" -> write(response, health());
      case "GET /addresses" -> write(response, Json.MAPPER.valueToTree(addresses.get()));
      case "GET /doors" -> write(response, Json.MAPPER.valueToTree(doors.get()));
      case "GET /clock" -> write(response, time());
      case "POST /clock" -> {
        clock.set(anchor(body(request)));
        write(response, time());
      }
      case "GET /next-due" -> write(response, nextDue());
      case "GET /books" -> books(office(path.substring("/books/".length())), response);
      case "GET /faults" -> write(response, faults());
      case "POST /faults" -> {
        ObjectNode body = body(request);
        office(text(body, "backEnd")).faults().order(order(body));
        write(response, faults());
      }
      case "DELETE /faults" -> {
        clear(request.getParameter("backEnd"), request.getParameter("fault"));
        write(response, faults());
      }
      case "GET /fault-kinds" -> write(response, kinds());
      default -> say(response, 404, "no such control: " + request.getMethod() + " " + path);
    }
  }

  private boolean known(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode health() {
    ObjectNode health = Json.MAPPER.createObjectNode().put("status", "UP");
    offices.forEach((name, office) -> health.put(name, office.book().all().size()));
    return health;
  }

  private ObjectNode time() {
    return Json.MAPPER
        .createObjectNode()
        .put("wall", Instant.now().toString())
        .put("business", clock.local().toString())
        .put("speed", clock.speed());
  }

  /**
   * What waits for the business clock; what is decided at once comes by itself and needs no
   * stepping.
   */
  private JsonNode nextDue() {
    Instant now = clock.now();
    Optional<String> next =
        offices.values().stream()
            .flatMap(office -> office.book().all().stream())
            .filter(entry -> entry.verdict().undecided())
            .map(entry -> entry.plan() == null ? null : entry.plan().decideOn())
            .filter(Objects::nonNull)
            .filter(due -> due.isAfter(now))
            .min(Comparator.naturalOrder())
            .map(BusinessClock::stamp);
    return Json.MAPPER.valueToTree(next.orElse(null));
  }

  private void books(Office office, HttpServletResponse response) throws IOException {
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(response.getOutputStream())) {
      out.writeStartArray();
      for (Entry entry : office.book().all()) {
        Json.MAPPER.writeValue(out, shown(entry));
      }
      out.writeEndArray();
    }
  }

  private static ObjectNode shown(Entry entry) {
    Message message = entry.message();
    return Json.MAPPER
        .createObjectNode()
        .put("deliveryId", message.deliveryId())
        .put("caseNo", message.caseNo())
        .put("kind", message.kind().name())
        .put("name", message.name())
        .put("idNumber", message.idNumber())
        .put("item", message.item())
        .put("verdict", entry.verdict().shown())
        .put("reason", entry.reason())
        .put("serial", entry.serial())
        .put("at", BusinessClock.stamp(entry.at()))
        .put("told", entry.told().size());
  }

  /** All of them, or one of one department. */
  private void clear(@Nullable String backEnd, @Nullable String fault) {
    if (backEnd != null && fault != null) {
      office(backEnd).faults().clear(FaultKind.of(fault));
    } else {
      offices.values().forEach(office -> office.faults().clear());
    }
  }

  private ObjectNode kinds() {
    ObjectNode kinds = Json.MAPPER.createObjectNode();
    offices.forEach(
        (name, office) ->
            office.faults().known().forEach(kind -> kinds.withArray(name).add(kind.word())));
    return kinds;
  }

  private ObjectNode faults() {
    ObjectNode faults = Json.MAPPER.createObjectNode();
    offices.forEach(
        (name, office) ->
            office
                .faults()
                .orders()
                .forEach(
                    order ->
                        faults
                            .withArray(name)
                            .addObject()
                            .put("fault", order.kind().word())
                            .put("count", order.count())
                            .put("share", order.share())));
    return faults;
  }

  private static Faults.Order order(ObjectNode body) {
    JsonNode count = body.path("count");
    JsonNode share = body.path("share");
    return new Faults.Order(
        FaultKind.of(text(body, "fault")),
        count.isInt() ? Integer.valueOf(count.intValue()) : null,
        share.isNumber() ? Double.valueOf(share.doubleValue()) : null,
        body.path("millis").isNumber() ? Long.valueOf(body.path("millis").longValue()) : null,
        body.path("seed").isNumber() ? Long.valueOf(body.path("seed").longValue()) : null);
  }

  private BusinessClock.Anchor anchor(ObjectNode body) {
    Instant wall =
        body.hasNonNull("wall")
            ? OffsetDateTime.parse(text(body, "wall")).toInstant()
            : Instant.now();
    double speed = body.path("speed").isNumber() ? body.path("speed").doubleValue() : clock.speed();
    return new BusinessClock.Anchor(
        wall, OffsetDateTime.parse(text(body, "business")).toInstant(), speed);
  }

  private Office office(String name) {
    return Optional.ofNullable(offices.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no such back-end: " + name));
  }

  private static String text(ObjectNode body, String field) {
    if (!body.path(field).isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return body.path(field).textValue();
  }

  private static ObjectNode body(HttpServletRequest request) throws IOException, Json.NotReadable {
    return Json.object(request.getInputStream().readNBytes(65_536));
  }

  private static void write(HttpServletResponse response, JsonNode body) throws IOException {
    response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(body));
  }

  private static void say(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    write(response, Json.MAPPER.createObjectNode().put("detail", sentence));
  }
}
