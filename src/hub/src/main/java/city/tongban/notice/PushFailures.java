package city.tongban.notice;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Says why a push was not accepted, as a problem that a person can act on. */
final class PushFailures {
  private PushFailures() {}

  /** No answer. */
  static Problem of(Exception failure, boolean timedOut) {
    if (failure instanceof HubException known) {
      return known.problem();
    }
    if (failure instanceof ForbiddenAddressException forbidden) {
      return Fault.of("HUB-5020", "the webhook's host name leads to an address that is not allowed")
          .because(String.valueOf(forbidden.getMessage()))
          .fix("the centre registers another address")
          .problem();
    }
    if (unreached(failure) && !timedOut) {
      return Outage.of("HUB-5023", "the webhook cannot be reached")
          .because(failure.getClass().getSimpleName())
          .fix("is the centre's receiver running, and is its address right? It is tried again")
          .problem();
    }
    return Outage.of("HUB-5024", "the webhook gave no answer")
        .because(timedOut ? "the time limit was over" : failure.getClass().getSimpleName())
        .fix("it may have arrived; it is tried again under the same id")
        .problem();
  }

  /** A response that refuses the notice. */
  static Problem of(int status) {
    if (status == 410) {
      return Fault.of("HUB-5027", "the webhook said that it is gone")
          .because("it answered with status 410")
          .fix("the centre registers it again when it is back; the inbox has every notice")
          .problem();
    }
    if (status / 100 == 3) {
      return Fault.of("HUB-5026", "the webhook answered with a redirect")
          .because("it answered with status " + status + ", and redirects are never followed")
          .fix("the centre registers the address where its receiver is")
          .problem();
    }
    return Outage.of("HUB-5025", "the webhook did not take the notice")
        .because("it answered with status " + status)
        .fix("the centre looks into its receiver's log; it is tried again")
        .problem();
  }

  static Problem exhausted(Problem last, int tries) {
    return Fault.of("HUB-5028", "the notice was not taken in %d tries", tries)
        .because("%s %s".formatted(last.code(), last.what()))
        .fix("see to that cause, then resend or skip it: ./hub notices")
        .problem();
  }

  private static boolean unreached(Exception failure) {
    return failure instanceof ConnectException
        || failure instanceof ConnectTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof NoRouteToHostException
        || failure instanceof SSLHandshakeException
        || failure instanceof SSLPeerUnverifiedException;
  }
}
