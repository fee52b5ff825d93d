package city.tongban.connector;

/** Calls of the form {@code POST /api/v2/filings}. */
record RestTransport(Credentials credentials) implements Transport {
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
    return new RestSetup(connector.limits(), tokens(connector));
  }

  private Tokens tokens(Connector connector) {
    Authentication authentication = connector.authentication();
    return authentication == null
        ? Tokens.NONE
        : new OAuthTokens(connector, authentication, credentials);
  }
}
