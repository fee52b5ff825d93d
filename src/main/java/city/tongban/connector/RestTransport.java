package city.tongban.connector;

import java.time.Clock;

/** Calls of the form {@code POST /api/v2/filings}. */
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
    Authentication authentication = connector.authentication();
    return new RestSetup(
        connector.limits(),
        authentication == null ? Proof.NONE : authentication.proof(connector, credentials, wall));
  }

  @Override
  public void check(Connector connector) {
    if (connector.authentication() != null) {
      connector.authentication().check(connector);
    }
  }
}
