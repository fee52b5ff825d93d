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

/** What it means that a push was not taken, as a message to a person. */
final class PushFailures {
  private PushFailures() {}

  /** No answer. */
  static Problem of(Exception failure, boolean cut) {
    if (failure instanceof HubException known) {
      return known.problem();
    }
    if (failure instanceof ForbiddenAddressException forbidden) {
      return Fault.of("HUB-5020", "the web-hook's name leads to an address that is not allowed")
          .because(String.valueOf(forbidden.getMessage()))
          .fix("the centre registers another address")
          .problem();
    }
    if (unreached(failure) && !cut) {
      return Outage.of("HUB-5023", "the web-hook cannot be reached")
          .because(failure.getClass().getSimpleName())
          .fix("is the centre's receiver running, and is its address right? It is tried again")
          .problem();
    }
    return Outage.of("HUB-5024", "the web-hook gave no answer")
        .because(cut ? "its time was over" : failure.getClass().getSimpleName())
        .fix("it may have arrived; it is tried again under the same id")
        .problem();
  }

  /** An answer that is no yes. */
  static Problem of(int status) {
    if (status == 410) {
      return Fault.of("HUB-5027", "the web-hook said that it is gone")
          .because("it answered with status 410")
          .fix("the centre registers it again when it is back; the inbox has every notice")
          .problem();
    }
    if (status / 100 == 3) {
      return Fault.of("HUB-5026", "the web-hook points elsewhere")
          .because("it answered with status " + status + ", and redirects are never followed")
          .fix("the centre registers the address where its receiver is")
          .problem();
    }
    return Outage.of("HUB-5025", "the web-hook did not take the notice")
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
