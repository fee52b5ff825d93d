package city.tongban.transport.rest;

import city.tongban.connector.Connector;
import city.tongban.connector.OAuth2ClientCredentials;
import city.tongban.security.Credentials;
import city.tongban.security.RequestSigner;
import city.tongban.transport.CheckFailedException;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpOptions;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends OPTIONS with authentication to the path of applications, to learn which methods are
 * allowed.
 */
final class RestConnectionCheck implements ConnectionCheck {
  private final Connector connector;
  private final RequestSigner proof;
  private final Duration limit;
  private @Nullable Integer status;

  RestConnectionCheck(Connector connector, Credentials credentials, Clock wall, Duration limit) {
    this.connector = connector;
    this.limit = limit;
    this.proof = RequestSigner.of(connector, credentials, wall);
  }

  @Override
  public CheckResult credential() throws Exception {
    int answered = options();
    status = answered;
    if (answered == 401) {
      throw new CheckFailedException(
          CheckKind.CREDENTIAL,
          CheckFailureCause.CREDENTIAL_REFUSED,
          CheckResult.of("status", answered));
    }
    if (answered == 429 || (answered >= 500 && answered != 501)) {
      throw new CheckFailedException(
          CheckKind.CREDENTIAL,
          CheckFailureCause.ASKED_TO_WAIT,
          CheckResult.of("status", answered));
    }
    if (connector.authentication() == null) {
      return CheckResult.nothing("no-credential");
    }
    if (connector.authentication() instanceof OAuth2ClientCredentials) {
      return CheckResult.of("token");
    }
    return says(answered)
        ? CheckResult.of("options", answered)
        : CheckResult.nothing("mute", answered);
  }

  @Override
  public CheckResult rights() throws Exception {
    int answered = Objects.requireNonNull(status, "asked before");
    if (answered == 403) {
      throw new CheckFailedException(
          CheckKind.RIGHTS, CheckFailureCause.RIGHTS_REFUSED, CheckResult.of("status", answered));
    }
    return says(answered)
        ? CheckResult.of("options", answered)
        : CheckResult.nothing("mute", answered);
  }

  /** Whether the status says anything about our credential; a server without OPTIONS does not. */
  private static boolean says(int status) {
    return status / 100 == 2 || status == 403;
  }

  private int options() throws IOException {
    String path = connector.services().get(0).call().replaceFirst("^\\S+ ", "");
    Timeout timeout = Timeout.of(limit);
    HttpClientBuilder client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).build());
    new RestClientConfigurer(connector.limits(), proof).configureHttpClient(client);
    try (CloseableHttpClient once = client.build()) {
      return once.execute(
          new HttpOptions(connector.address() + path), answer -> Integer.valueOf(answer.getCode()));
    }
  }
}
