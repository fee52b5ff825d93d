package city.tongban.connector;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How the hub authenticates to a REST back-end. Each kind has keys of its own in {@code
 * connector.yaml}; secrets are not among them.
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
   * Refuses a connector that has a call which cannot be authenticated in this way.
   *
   * @throws IllegalArgumentException with the sentence
   */
  default void check(Connector connector) {}
}
