package city.tongban.transport.rest;

import city.tongban.connector.ByToken;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.security.Proof;
import city.tongban.transport.Check;
import city.tongban.transport.Knock;
import city.tongban.transport.Learned;
import city.tongban.transport.ProbeCause;
import city.tongban.transport.ProbeFailure;
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

/** Asks by OPTIONS, with our proof on it, what may be done where applications go. */
final class RestKnock implements Knock {
  private final Connector connector;
  private final Proof proof;
  private final Duration limit;
  private @Nullable Integer status;

  RestKnock(Connector connector, Credentials credentials, Clock wall, Duration limit) {
    this.connector = connector;
    this.limit = limit;
    this.proof = Proof.of(connector, credentials, wall);
  }

  @Override
  public Learned credential() throws Exception {
    int answered = options();
    status = answered;
    if (answered == 401) {
      throw new ProbeFailure(
          Check.CREDENTIAL, ProbeCause.CREDENTIAL_REFUSED, Learned.of("status", answered));
    }
    if (answered == 429 || (answered >= 500 && answered != 501)) {
      throw new ProbeFailure(
          Check.CREDENTIAL, ProbeCause.ASKED_TO_WAIT, Learned.of("status", answered));
    }
    if (connector.authentication() == null) {
      return Learned.nothing("no-credential");
    }
    if (connector.authentication() instanceof ByToken) {
      return Learned.of("token");
    }
    return says(answered) ? Learned.of("options", answered) : Learned.nothing("mute", answered);
  }

  @Override
  public Learned rights() throws Exception {
    int answered = Objects.requireNonNull(status, "asked before");
    if (answered == 403) {
      throw new ProbeFailure(
          Check.RIGHTS, ProbeCause.RIGHTS_REFUSED, Learned.of("status", answered));
    }
    return says(answered) ? Learned.of("options", answered) : Learned.nothing("mute", answered);
  }

  /** One that does not know OPTIONS says nothing about who asks. */
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
    new RestSetup(connector.limits(), proof).configureHttpClient(client);
    try (CloseableHttpClient once = client.build()) {
      return once.execute(
          new HttpOptions(connector.address() + path), answer -> Integer.valueOf(answer.getCode()));
    }
  }
}
