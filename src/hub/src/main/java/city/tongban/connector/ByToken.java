package city.tongban.connector;

import java.time.Clock;

/**
 * A token by OAuth 2 client credentials; the credential is {@code clientId:clientSecret}.
 *
 * @param tokenPath where tokens are fetched, below the back-end's address
 */
record ByToken(String tokenPath) implements Authentication {
  ByToken {
    Required.value(tokenPath, "authentication.tokenPath");
  }

  @Override
  public Proof proof(Connector connector, Credentials credentials, Clock wall) {
    return new OAuthTokens(connector, tokenPath, credentials);
  }
}
