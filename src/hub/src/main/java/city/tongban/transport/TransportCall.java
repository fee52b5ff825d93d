package city.tongban.transport;

import city.tongban.canonical.HubException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Prepares and completes a call in every transport template: the hub's own headers are restored
 * after it, and no others.
 */
public abstract class TransportCall {
  /** Exchange property of an answer that arrived, valid or not: its content type, or nothing. */
  public static final String ANSWERED = "HubAnswered";

  private static final String KEPT = "HubHeadersKept";
  private static final String BEGAN = "HubCallBegan";

  /** Turns the hub's message into the department's: header {@code HubCall} holds the call. */
  public final void before(Exchange exchange) {
    Message message = exchange.getMessage();
    Map<String, Object> kept = new HashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (ours(name)) {
                kept.put(name, value);
              }
            });
    exchange.setProperty(KEPT, kept);
    exchange.setProperty(BEGAN, System.nanoTime());
    String call = message.getHeader("HubCall", "", String.class);
    Object contentType = message.getHeader(Exchange.CONTENT_TYPE);
    Object traceparent = message.getHeader("traceparent");
    // no header of the message may control the client: CamelHttpUri and similar (CVE-2026-78164)
    message.setHeaders(new HashMap<>());
    if (contentType != null) {
      message.setHeader(Exchange.CONTENT_TYPE, contentType);
    }
    if (traceparent != null) {
      message.setHeader("traceparent", traceparent);
    }
    address(message, call);
  }

  /**
   * Turns the department's answer into the hub's: bytes, {@code HubStatus}, {@code Content-Type}.
   */
  public final void after(Exchange exchange) throws Exception {
    over(exchange);
    Message answer = exchange.getMessage();
    exchange.setProperty(ANSWERED, "");
    Answered theirs = answered(answer, exchange.getProperty(BEGAN, 0L, Long.class));
    // Camel keeps a charset and would use it for the next text; the hub decodes elsewhere, once
    exchange.removeProperty(Exchange.CHARSET_NAME);
    answer.setHeaders(kept(exchange));
    put(theirs, exchange);
    believe(theirs);
  }

  /**
   * Throws what the failure means, with the hub's headers restored, and with the answer if one
   * came.
   */
  public final void failed(Exchange exchange) {
    over(exchange);
    Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    exchange.getMessage().setHeaders(kept(exchange));
    UntrustedResponse evidence = ExceptionUtils.throwableOfType(thrown, UntrustedResponse.class);
    if (evidence != null) {
      exchange.setProperty(ANSWERED, "");
      put(evidence.answer(), exchange);
    }
    throw FailureClassifier.classify(thrown, this::meaning);
  }

  private static void put(Answered theirs, Exchange exchange) {
    Message answer = exchange.getMessage();
    answer.setHeader("HubStatus", theirs.status());
    if (theirs.contentType() != null) {
      answer.setHeader(Exchange.CONTENT_TYPE, theirs.contentType());
      exchange.setProperty(ANSWERED, theirs.contentType());
    }
    answer.setBody(theirs.bytes());
  }

  protected abstract void address(Message message, String call);

  /** Called when the call has ended, successfully or not. */
  protected void over(Exchange exchange) {}

  protected abstract Answered answered(Message answer, long began) throws Exception;

  /** Refuses an answer that cannot come from the department, where that can be determined. */
  protected void believe(Answered theirs) {}

  /**
   * The meaning of an exception of the transport's own library; empty where the library has none.
   *
   * @param chain from the outermost exception to the root cause
   */
  protected Optional<HubException> meaning(List<Throwable> chain) {
    return Optional.empty();
  }

  /** An answer as received. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answered(int status, @Nullable String contentType, byte[] bytes) {}

  @SuppressWarnings("unchecked") // set by the hub
  protected static Map<String, Object> kept(Exchange exchange) {
    return new HashMap<>(exchange.getProperty(KEPT, Map.of(), Map.class));
  }

  private static boolean ours(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("hub") || lower.equals("traceparent");
  }
}
