package city.tongban.security;

import city.tongban.connector.Authentication;
import city.tongban.connector.Connector;
import city.tongban.connector.HmacSm3Authentication;
import city.tongban.connector.OAuth2ClientCredentials;
import city.tongban.connector.Sm2Authentication;
import java.time.Clock;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Authenticates each call to a REST back-end, and verifies the answer. The signature is added below
 * the route: no exchange and no stored message contains it.
 */
public interface RequestSigner {
  /** For a back-end that asks for no authentication. */
  RequestSigner NONE = (request, body) -> {};

  /** Signs the calls of one connector version as its authentication says. */
  static RequestSigner of(Connector connector, Credentials credentials, Clock wall) {
    Authentication authentication = connector.authentication();
    if (authentication instanceof OAuth2ClientCredentials token) {
      return new OAuth2RequestSigner(connector, token.tokenPath(), credentials);
    }
    if (authentication instanceof HmacSm3Authentication hmac) {
      return new HmacSm3RequestSigner(connector, hmac, credentials, wall);
    }
    if (authentication instanceof Sm2Authentication sm2) {
      return new Sm2RequestSigner(connector.credential(), sm2.headers(), credentials, wall);
    }
    return NONE;
  }

  /** Adds the authentication to a call that is about to leave. */
  void onto(HttpRequest request, byte[] body);

  /** Verifies an answer before anything in it is used. */
  default void answered(HttpRequest request, HttpResponse answer, byte[] body) {}
}
