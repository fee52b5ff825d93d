package city.rehearsal.simulator.core;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The control port of a rehearsal: sets the clock, lists stored messages, switches faults. */
public final class ControlServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, DepartmentContext> contexts;
  private final transient Supplier<Map<String, URI>> addresses;
  private final transient Supplier<Map<String, URI>> hubAddresses;
  private final transient BusinessClock clock;
  private final transient ControlView view;
  private final String secret;

  /**
   * @param addresses where each department is reached, known once all servers are open
   * @param hubAddresses where a department calls the hub on a port for it alone
   */
  public ControlServlet(
      Map<String, DepartmentContext> contexts,
      Supplier<Map<String, URI>> addresses,
      Supplier<Map<String, URI>> hubAddresses,
      BusinessClock clock,
      String secret) {
    this.contexts = contexts;
    this.addresses = addresses;
    this.hubAddresses = hubAddresses;
    this.clock = clock;
    this.view = new ControlView(contexts, clock);
    this.secret = secret;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    try {
      if (!isAuthorized(request.getHeader("X-Control"))) {
        refuse(response, 401, "the header X-Control does not carry the secret 'simulator-control'");
      } else {
        route(request, response);
      }
    } catch (IllegalArgumentException | DateTimeException | FormatException e) {
      refuse(response, 400, String.valueOf(e.getMessage()));
    }
  }

  private void route(HttpServletRequest request, HttpServletResponse response)
      throws IOException, FormatException {
    String path = String.valueOf(request.getPathInfo());
    switch (request.getMethod() + " " + path.replaceFirst("^(/messages)/.*", "$1")) {
      case "GET /health" -> write(response, view.health());
      case "GET /addresses" -> write(response, Json.MAPPER.valueToTree(addresses.get()));
      case "GET /hub-addresses" -> write(response, Json.MAPPER.valueToTree(hubAddresses.get()));
      case "GET /clock" -> write(response, view.time());
      case "POST /clock" -> {
        clock.set(anchor(body(request)));
        write(response, view.time());
      }
      case "GET /next-due" -> write(response, view.nextDue());
      case "GET /messages" ->
          view.writeMessages(
              context(path.substring("/messages/".length())), response.getOutputStream());
      case "GET /faults" -> write(response, view.faults());
      case "POST /faults" -> {
        ObjectNode body = body(request);
        context(text(body, "backEnd")).faults().activate(setting(body));
        write(response, view.faults());
      }
      case "DELETE /faults" -> {
        clear(request.getParameter("backEnd"), request.getParameter("fault"));
        write(response, view.faults());
      }
      case "GET /fault-kinds" -> write(response, view.kinds());
      default -> refuse(response, 404, "no such control: " + request.getMethod() + " " + path);
    }
  }

  private boolean isAuthorized(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Switches off all faults, or one of one department. */
  private void clear(@Nullable String backEnd, @Nullable String fault) {
    if (backEnd != null && fault != null) {
      context(backEnd).faults().clear(FaultKind.of(fault));
    } else {
      contexts.values().forEach(context -> context.faults().clear());
    }
  }

  private static Faults.Setting setting(ObjectNode body) {
    JsonNode count = body.path("count");
    JsonNode share = body.path("share");
    return new Faults.Setting(
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

  private DepartmentContext context(String name) {
    return Optional.ofNullable(contexts.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no such back-end: " + name));
  }

  private static String text(ObjectNode body, String field) {
    if (!body.path(field).isTextual()) {
      throw new IllegalArgumentException("'" + field + "' is missing");
    }
    return body.path(field).textValue();
  }

  private static ObjectNode body(HttpServletRequest request) throws IOException, FormatException {
    return Json.object(request.getInputStream().readNBytes(65_536));
  }

  private static void write(HttpServletResponse response, JsonNode body) throws IOException {
    response.getOutputStream().write(Json.MAPPER.writeValueAsBytes(body));
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    response.setStatus(status);
    write(response, Json.MAPPER.createObjectNode().put("detail", sentence));
  }
}
