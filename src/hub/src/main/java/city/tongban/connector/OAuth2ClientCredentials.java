package city.tongban.connector;

/**
 * Authentication by an OAuth 2 client credentials token; the credential is {@code
 * clientId:clientSecret}.
 *
 * @param tokenPath where tokens are fetched, below the back-end's address
 */
public record OAuth2ClientCredentials(String tokenPath) implements Authentication {
  public OAuth2ClientCredentials {
    RequiredKey.value(tokenPath, "authentication.tokenPath");
  }
}
