package city.tongban.connector;

/** One SOAP operation that carries a whole document as text. */
record SoapTransport(Credentials credentials) implements Transport {
  @Override
  public String name() {
    return "soap";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new SoapCall(connector, credentials);
  }

  @Override
  public Object setup(Connector connector) {
    return new SoapSetup(connector.limits());
  }

  @Override
  public void check(Connector connector) {
    Required.value(connector.soap(), "soap");
  }
}
