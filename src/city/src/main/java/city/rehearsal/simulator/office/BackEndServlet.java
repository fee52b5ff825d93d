package city.rehearsal.simulator.office;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Takes a call, lets the faults have their way with it, and answers in the department's own words.
 */
public abstract class BackEndServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int BODY_BYTES_MAX = 256 * 1024;
  private static final int OVERSIZE = 5 * 1024 * 1024;
  private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(10);

  private final transient Office office;

  protected BackEndServlet(Office office) {
    this.office = office;
  }

  /** Whether the request is about a filing; faults that are counted strike nothing else. */
  protected abstract boolean isBusiness(HttpServletRequest request);

  /** Takes the message into the book, or refuses it. */
  protected abstract Reply reply(HttpServletRequest request, byte[] body);

  /** The department's own words for being down, being busy, and not knowing the caller. */
  protected abstract Reply refuse(FaultKind kind);

  /** The answer in another charset, or with a DOCTYPE; only the department knows its own format. */
  protected abstract Reply spoil(Faults.Strike strike, Reply reply);

  /** The last hand on an answer that really goes out, spoilt or not: a signature, for instance. */
  protected Reply leaving(HttpServletRequest request, Reply reply) {
    return reply;
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    Optional<Faults.Strike> strike =
        isBusiness(request) ? office.faults().onCall() : Optional.empty();
    if (strike.isEmpty()) {
      leaving(request, answer(request, body)).writeTo(response);
    } else {
      struck(strike.get(), request, response, body);
    }
  }

  private Reply answer(HttpServletRequest request, byte[] body) {
    if (body.length > BODY_BYTES_MAX) {
      return Reply.of(413, "text/plain", "message too large", StandardCharsets.US_ASCII);
    }
    if (!isBusiness(request)) {
      for (FaultKind kind : new FaultKind[] {FaultKind.DOWN, FaultKind.WRONG_CREDENTIAL}) {
        if (office.faults().standing(kind)) {
          return refuse(kind);
        }
      }
    }
    return reply(request, body);
  }

  private void struck(
      Faults.Strike strike, HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    if (strike.kind() == FaultKind.RESET) {
      FrontDoor.line(office.door(), request).run();
    } else if (strike.kind().strikesBeforeTaking()) {
      leaving(request, refuse(strike.kind())).writeTo(response);
    } else {
      spoilt(strike, request, response, answer(request, body));
    }
  }

  private void spoilt(
      Faults.Strike strike, HttpServletRequest request, HttpServletResponse response, Reply reply)
      throws IOException {
    switch (strike.kind()) {
      case LOST_ANSWER -> FrontDoor.line(office.door(), request).run();
      case SILENT -> later(request, SILENCE_MILLIS, FrontDoor.line(office.door(), request));
      case SLOW -> later(request, strike.millis(), () -> write(leaving(request, reply), response));
      case OVERSIZED -> reply.padded(OVERSIZE).writeTo(response);
      default -> leaving(request, spoil(strike, reply)).writeTo(response);
    }
  }

  private void later(HttpServletRequest request, long millis, Runnable end) {
    AsyncContext held = request.startAsync();
    held.setTimeout(0);
    Future<?> unused =
        office
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

  private static void write(Reply reply, HttpServletResponse response) {
    try {
      reply.writeTo(response);
    } catch (IOException e) {
      throw new UncheckedIOException("the caller did not wait", e);
    }
  }
}
