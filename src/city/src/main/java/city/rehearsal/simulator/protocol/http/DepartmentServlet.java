package city.rehearsal.simulator.protocol.http;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Answers a department's HTTP calls, and injects the faults that are active. */
public abstract class DepartmentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BODY_BYTES_MAX = 256 * 1024;
  private static final int OVERSIZE = 5 * 1024 * 1024;
  private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

  /** By how much a sender's clock may differ. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final transient DepartmentContext context;

  protected DepartmentServlet(DepartmentContext context) {
    this.context = context;
  }

  /** Whether the request is about an application; only such requests use up a counted fault. */
  protected boolean isBusiness(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  /** Stores the message, or refuses it. */
  protected abstract HttpReply reply(HttpServletRequest request, byte[] body);

  /** The department's own answer when it is down, is busy, or does not accept the credential. */
  protected abstract HttpReply refuse(FaultKind kind);

  /** The answer with an injected defect; only the department knows its own format. */
  protected abstract HttpReply corrupt(Faults.Injection injection, HttpReply reply);

  /** Completes an answer as it leaves, corrupted or not: a signature, for instance. */
  protected HttpReply sign(HttpServletRequest request, HttpReply reply) {
    return reply;
  }

  /** Whether the body is of that media type, in UTF-8 by declaration or by default. */
  protected static boolean isUtf8(HttpServletRequest request, String mediaType) {
    String pattern = "(?i)" + Pattern.quote(mediaType) + "(\\s*;\\s*charset=\"?utf-8\"?)?";
    return String.valueOf(request.getContentType()).matches(pattern);
  }

  /** A header of the request, {@code "null"} when it is absent. */
  protected static String header(HttpServletRequest request, String name) {
    return String.valueOf(request.getHeader(name));
  }

  /** Whether a sender's time, in milliseconds since 1970, is at most five minutes off. */
  public static boolean isCurrent(String millis, Instant now) {
    try {
      Instant sent = Instant.ofEpochMilli(Long.parseLong(millis));
      return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    Optional<Faults.Injection> injection =
        isBusiness(request) ? context.faults().onCall() : Optional.empty();
    if (injection.isEmpty()) {
      sign(request, answer(request, body)).writeTo(response);
    } else {
      inject(injection.get(), request, response, body);
    }
  }

  private HttpReply answer(HttpServletRequest request, byte[] body) {
    if (body.length > BODY_BYTES_MAX) {
      return HttpReply.plain(413, "message too large");
    }
    if (!isBusiness(request)) {
      for (FaultKind kind : new FaultKind[] {FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL}) {
        if (context.faults().isPermanent(kind)) {
          return refuse(kind);
        }
      }
    }
    return reply(request, body);
  }

  private void inject(
      Faults.Injection injection,
      HttpServletRequest request,
      HttpServletResponse response,
      byte[] body)
      throws IOException {
    if (injection.kind() == FaultKind.RESET) {
      context.http().reset(request).run();
    } else if (injection.kind().occursBeforeStoring()) {
      sign(request, refuse(injection.kind())).writeTo(response);
    } else {
      corrupted(injection, request, response, answer(request, body));
    }
  }

  private void corrupted(
      Faults.Injection injection,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpReply reply)
      throws IOException {
    switch (injection.kind()) {
      case LOST_ANSWER -> context.http().reset(request).run();
      case SILENT -> later(request, SILENCE_MILLIS, context.http().reset(request));
      case SLOW -> later(request, injection.millis(), () -> write(sign(request, reply), response));
      case OVERSIZED -> reply.padded(OVERSIZE).writeTo(response);
      default -> sign(request, corrupt(injection, reply)).writeTo(response);
    }
  }

  private void later(HttpServletRequest request, long millis, Runnable end) {
    AsyncContext held = request.startAsync();
    held.setTimeout(0);
    Future<?> unused =
        context
            .timer()
            .schedule(
                () -> {
                  try {
                    end.run();
                  } finally {
                    held.complete();
                  }
                },
                millis,
                TimeUnit.MILLISECONDS);
  }

  private static void write(HttpReply reply, HttpServletResponse response) {
    try {
      reply.writeTo(response);
    } catch (IOException e) {
      throw new UncheckedIOException("the caller did not wait", e);
    }
  }
}
