package city.tongban.security;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;

/** Obtains an OAuth 2 client credentials token, and reuses it until it expires or is refused. */
final class OAuth2RequestSigner implements RequestSigner {
  private static final String BEARER = "Bearer ";
  // a token that expires during the call would be refused
  private static final Duration TOO_OLD = Duration.ofSeconds(20);

  private final Connector connector;
  private final String tokenUri;
  private final Credentials credentials;
  private final RestClientClientCredentialsTokenResponseClient client =
      new RestClientClientCredentialsTokenResponseClient();
  private @Nullable OAuth2AccessToken token;
  private long goodUntil;

  OAuth2RequestSigner(Connector connector, String tokenPath, Credentials credentials) {
    this.connector = connector;
    this.tokenUri = connector.address() + tokenPath;
    this.credentials = credentials;
    SimpleClientHttpRequestFactory calls = new SimpleClientHttpRequestFactory();
    calls.setConnectTimeout(connector.limits().connectTimeout());
    calls.setReadTimeout(connector.limits().timeout());
    client.setRestClient(
        RestClient.builder()
            .requestFactory(calls)
            .messageConverters(
                List.of(
                    new FormHttpMessageConverter(),
                    new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
  }

  @Override
  public void onto(HttpRequest request, byte[] body) {
    request.setHeader(HttpHeaders.AUTHORIZATION, BEARER + current());
  }

  @Override
  public void answered(HttpRequest request, HttpResponse answer, byte[] body) {
    Header shown = request.getFirstHeader(HttpHeaders.AUTHORIZATION);
    if (answer.getCode() == HttpStatus.SC_UNAUTHORIZED && shown != null) {
      refused(shown.getValue().substring(BEARER.length()));
    }
  }

  private synchronized String current() {
    OAuth2AccessToken now = token;
    if (now == null || System.nanoTime() - goodUntil > 0) {
      now = fetched();
      token = now;
    }
    return now.getTokenValue();
  }

  /** Discards a refused token; the next call fetches another. */
  private synchronized void refused(String refused) {
    if (token != null && token.getTokenValue().equals(refused)) {
      token = null;
    }
  }

  private OAuth2AccessToken fetched() {
    try {
      OAuth2AccessToken fresh =
          client
              .getTokenResponse(new OAuth2ClientCredentialsGrantRequest(registration()))
              .getAccessToken();
      goodUntil = System.nanoTime() + life(fresh).toNanos();
      return fresh;
    } catch (OAuth2AuthorizationException e) {
      throw explained(e);
    }
  }

  private static Duration life(OAuth2AccessToken fresh) {
    if (fresh.getIssuedAt() == null || fresh.getExpiresAt() == null) {
      return Duration.ZERO;
    }
    return Duration.between(fresh.getIssuedAt(), fresh.getExpiresAt()).minus(TOO_OLD);
  }

  private ClientRegistration registration() {
    String secret = credentials.secret(connector.credential());
    int colon = secret.indexOf(':');
    if (colon < 1) {
      throw Fault.of("HUB-8007", "credential '%s' has the wrong form", connector.credential())
          .because("OAuth 2 client credentials are clientId:clientSecret")
          .fix("correct the file below hub.secrets");
    }
    return ClientRegistration.withRegistrationId(connector.backEnd())
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenUri(tokenUri)
        .clientId(secret.substring(0, colon))
        .clientSecret(secret.substring(colon + 1))
        .build();
  }

  /** The failure of a token request; the call itself has not left yet. */
  private static HubException explained(OAuth2AuthorizationException e) {
    Throwable cause = e.getCause();
    if (cause instanceof ResourceAccessException) {
      return CallFailures.unreachable("the token end-point could not be reached")
          .because("no answer to the request for a token")
          .causedBy(e);
    }
    if (cause instanceof RestClientResponseException answer
        && (answer.getStatusCode().is5xxServerError() || answer.getStatusCode().value() == 429)) {
      return CallFailures.busy("the token end-point asked us to wait")
          .because("it answered with status " + answer.getStatusCode().value())
          .causedBy(e);
    }
    return CallFailures.credentialRefused("the back-end gave us no token")
        .because("its token end-point answered " + e.getError().getErrorCode())
        .fix("renew the secret below hub.secrets, then resend")
        .causedBy(e);
  }
}
