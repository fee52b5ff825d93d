package city.tongban.security;

import city.tongban.connector.Authentication;
import city.tongban.connector.ByHmacSm3;
import city.tongban.connector.BySm2;
import city.tongban.connector.ByToken;
import city.tongban.connector.Connector;
import java.time.Clock;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Shows a REST back-end with each call that it is we who call, and looks at who answers. Made anew
 * each time, below the route: no exchange holds it, and no stored message does.
 */
public interface Proof {
  /** For a back-end that asks for no authentication. */
  Proof NONE = (request, body) -> {};

  /** Signs the calls of one connector version as its authentication says. */
  static Proof of(Connector connector, Credentials credentials, Clock wall) {
    Authentication authentication = connector.authentication();
    if (authentication instanceof ByToken token) {
      return new OAuthTokens(connector, token.tokenPath(), credentials);
    }
    if (authentication instanceof ByHmacSm3 hmac) {
      return new HmacSm3Proof(connector, hmac, credentials, wall);
    }
    if (authentication instanceof BySm2 sm2) {
      return new Sm2Proof(connector.credential(), sm2.headers(), credentials, wall);
    }
    return NONE;
  }

  /** Puts what they want to see onto a call that is about to leave. */
  void onto(HttpRequest request, byte[] body);

  /** Looks at an answer before anything in it is believed. */
  default void answered(HttpRequest request, HttpResponse answer, byte[] body) {}
}
