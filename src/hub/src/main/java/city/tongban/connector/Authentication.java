package city.tongban.connector;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How a REST back-end wants to be shown that it is we who call. Each kind has keys of its own in
 * {@code connector.yaml}; secrets are not among them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(name = "oauth2-client-credentials", value = OAuth2ClientCredentials.class),
  @JsonSubTypes.Type(name = "hmac-sm3", value = HmacSm3Authentication.class),
  @JsonSubTypes.Type(name = "sm2", value = Sm2Authentication.class)
})
public sealed interface Authentication
    permits OAuth2ClientCredentials, HmacSm3Authentication, Sm2Authentication {

  /**
   * Refuses a connector with a call that cannot be proved so.
   *
   * @throws IllegalArgumentException with the sentence
   */
  default void check(Connector connector) {}
}
