package city.tongban.connector;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
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
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call that certainly did not arrive from one that may have, and reads what a status means.
 */
public final class TransportFailures {
  /** They could not be reached: certainly nothing was taken in. */
  public static final String UNREACHABLE = "HUB-4010";

  /** The line broke or stayed silent after we had spoken: it may have been taken in. */
  public static final String IN_DOUBT = "HUB-4011";

  /** They asked us to come back. */
  public static final String BUSY = "HUB-4012";

  /** They do not accept our credential. */
  public static final String CREDENTIAL = "HUB-4013";

  /** Exchange property of an answer that came, read or not: its content type, or nothing. */
  public static final String ANSWERED = "HubAnswered";

  private static final Set<String> OF_THE_LANE =
      Set.of(
          UNREACHABLE,
          CREDENTIAL,
          TlsFailures.OTHER_SERVER,
          PemSecrets.OURS_RAN_OUT,
          AmqpLine.OTHER_BROKER);

  /** What came as their answer was not signed by them; what we sent may have been taken in. */
  public static final String UNSIGNED = "HUB-4030";

  /** What we sent may have been taken in: no answer came, or none that is believed. */
  private static final Set<String> IN_DOUBTS =
      Set.of(
          IN_DOUBT,
          UNSIGNED,
          FramedMessage.OTHER_MAC,
          FramedMessage.NO_FRAME,
          TcpCall.OTHER_ANSWER,
          MllpCall.OTHER_MESSAGE,
          MllpCall.NOT_ONE_ANSWER,
          MllpCall.OTHER_STATION);

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

  private static final Set<Integer> NO_ANSWER = Set.of(401, 403, 408, 429);

  private TransportFailures() {}

  /** Whether a failed call may have been taken in all the same. */
  public static boolean inDoubt(HubException failure) {
    String code = failure.problem().code();
    return IN_DOUBTS.contains(code);
  }

  /** Whether another message would not have got further either: they are away, or know us not. */
  public static boolean ofTheLane(Problem problem) {
    return OF_THE_LANE.contains(problem.code());
  }

  /** What a broken call means; a failure that explains itself already stays as it is. */
  public static HubException classify(Throwable thrown) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(thrown);
    for (Throwable e : chain) {
      if (e instanceof HubException known) {
        return known;
      }
    }
    Optional<HubException> tls = TlsFailures.of(chain);
    if (tls.isPresent()) {
      return tls.get();
    }
    if (chain.stream().anyMatch(TransportFailures::beforeSending)) {
      return Outage.of(UNREACHABLE, "the back-end could not be reached")
          .because(name(thrown))
          .fix("is it running, and is its address right? It is tried again")
          .causedBy(thrown);
    }
    Optional<HubException> ssh = SshFailures.of(chain);
    if (ssh.isPresent()) {
      return ssh.get();
    }
    Optional<HubException> queue = QueueFailures.of(chain);
    if (queue.isPresent()) {
      return queue.get();
    }
    if (chain.stream().anyMatch(IOException.class::isInstance)) {
      return Outage.of(IN_DOUBT, "the back-end gave no whole answer")
          .because(name(thrown) + " after the request had left")
          .fix("it may have been taken in; the connector's 'doubt' decides what is done first")
          .causedBy(thrown);
    }
    return Fault.of("HUB-4017", "the call failed inside the hub")
        .because(name(thrown))
        .fix("this is a defect of ours: report it with the trail id")
        .causedBy(thrown);
  }

  /**
   * Whether a status stands over an answer, be it yes or no; the others only ask for another try.
   */
  static boolean isAnswer(int status) {
    return !NO_ANSWER.contains(status) && (status < 300 || status / 100 == 4);
  }

  /** Refuses a status that is no answer; 0 is a message that they sent by themselves. */
  public static void checkStatus(int status) {
    if (status == 401 || status == 403) {
      throw Fault.of(CREDENTIAL, "the back-end refused our credential")
          .because("it answered with status " + status)
          .fix("renew the secret below hub.secrets; the lane goes on by itself");
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw Outage.of(BUSY, "the back-end asked us to wait")
          .because("it answered with status " + status);
    }
    if (status >= 300 && status < 400) {
      throw Fault.of("HUB-4016", "the back-end points elsewhere")
          .because("it answered with status " + status + ", and redirects are never followed")
          .fix("correct hub.connectors.addresses for this back-end, then resend");
    }
  }

  private static boolean beforeSending(Throwable e) {
    // HttpURLConnection says only in words which of the two waits ran out
    boolean words =
        e instanceof SocketTimeoutException
            && Objects.toString(e.getMessage(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("connect timed out");
    return words || BEFORE_SENDING.stream().anyMatch(type -> type.isInstance(e));
  }

  private static String name(@Nullable Throwable e) {
    return e == null ? "nothing known" : ExceptionUtils.getRootCause(e).getClass().getSimpleName();
  }
}
