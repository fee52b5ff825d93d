package city.tongban.connector;

/**
 * How a REST back-end wants to be shown our credential.
 *
 * @param tokenPath where tokens are fetched, below the back-end's address
 */
public record Authentication(Kind kind, String tokenPath) {
  public Authentication {
    Required.value(kind, "authentication.kind");
    Required.value(tokenPath, "authentication.tokenPath");
  }

  /** The ways that are built; the credential is {@code clientId:clientSecret}. */
  public enum Kind {
    OAUTH2_CLIENT_CREDENTIALS
  }
}
