package city.tongban.transport.rest;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.security.RequestSigner;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.InquiryConnectionCheck;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpOptions;
import org.springframework.stereotype.Component;

/** Calls of the form {@code POST /api/v2/filings}. */
@Component
record RestTransport(Credentials credentials, Clock wall) implements Transport {
  @Override
  public String name() {
    return "rest";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new RestCall(connector);
  }

  @Override
  public Object setup(Connector connector) {
    return new RestClientConfigurer(
        connector.limits(), RequestSigner.of(connector, credentials, wall));
  }

  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return connector.operation(Connector.ASK).isPresent()
        ? new InquiryConnectionCheck(connector, asking, () -> shownAnew(connector))
        : new RestConnectionCheck(connector, credentials, wall, limit);
  }

  /** Discards the cached token: a valid token would hide a wrong secret. */
  private void shownAnew(Connector connector) {
    RequestSigner.of(connector, credentials, wall)
        .onto(new HttpOptions(connector.address()), new byte[0]);
  }

  @Override
  public void check(Connector connector) {
    if (connector.authentication() != null) {
      connector.authentication().check(connector);
    }
  }
}
