package city.tongban.transport;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.connector.CallFailures;
import city.tongban.security.TlsFailures;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** Distinguishes a call that certainly did not arrive from one that may have arrived. */
public final class FailureClassifier {
  // thrown before a byte of the request has left
  private static final List<Class<? extends Throwable>> BEFORE_SENDING =
      List.of(
          ConnectException.class,
          UnknownHostException.class,
          NoRouteToHostException.class,
          UnresolvedAddressException.class,
          SSLHandshakeException.class,
          HttpConnectTimeoutException.class,
          ConnectTimeoutException.class,
          ConnectionRequestTimeoutException.class);

  private FailureClassifier() {}

  /** The failure that a broken call means; a {@code HubException} is returned unchanged. */
  public static HubException classify(Throwable thrown) {
    return classify(thrown, chain -> Optional.empty());
  }

  /**
   * The failure that a broken call means.
   *
   * @param library reads the exceptions of the transport's own library, from the outermost to the
   *     root cause; called once it is certain that the request may have left
   */
  public static HubException classify(
      Throwable thrown, Function<List<Throwable>, Optional<HubException>> library) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(thrown);
    return chain.stream()
        .filter(HubException.class::isInstance)
        .map(HubException.class::cast)
        .findFirst()
        .or(() -> TlsFailures.of(chain))
        .or(() -> unreachable(chain, thrown))
        .or(() -> library.apply(chain))
        .orElseGet(() -> other(chain, thrown));
  }

  private static Optional<HubException> unreachable(List<Throwable> chain, Throwable thrown) {
    return chain.stream().noneMatch(FailureClassifier::beforeSending)
        ? Optional.empty()
        : Optional.of(
            CallFailures.unreachable("the back-end could not be reached")
                .because(rootCause(thrown))
                .fix("is it running, and is its address right? It is tried again")
                .causedBy(thrown));
  }

  private static HubException other(List<Throwable> chain, Throwable thrown) {
    if (chain.stream().anyMatch(IOException.class::isInstance)) {
      return CallFailures.inDoubt("the back-end gave no whole answer")
          .because(rootCause(thrown) + " after the request had left")
          .fix("it may have been taken in; the connector's 'doubt' decides what is done first")
          .causedBy(thrown);
    }
    return Fault.of("HUB-4017", "the call failed inside the hub")
        .because(rootCause(thrown))
        .fix("this is a defect of the hub: report it with the trail id")
        .causedBy(thrown);
  }

  private static boolean beforeSending(Throwable e) {
    // HttpURLConnection distinguishes its two time-outs only in the message
    boolean words =
        e instanceof SocketTimeoutException
            && Objects.toString(e.getMessage(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("connect timed out");
    return words || BEFORE_SENDING.stream().anyMatch(type -> type.isInstance(e));
  }

  private static String rootCause(@Nullable Throwable e) {
    return e == null ? "nothing known" : ExceptionUtils.getRootCause(e).getClass().getSimpleName();
  }
}
