package city.tongban.connector;

import java.time.Duration;
import java.util.Map;

/** Files that are put on a server of theirs, and files that they leave there for us. */
record SftpTransport(Credentials credentials, ResultsAwaited awaited) implements Transport {
  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new SftpCall(connector, credentials);
  }

  @Override
  public Object setup(Connector connector) {
    return new SftpLook(connector, awaited);
  }

  @Override
  public Map<String, Object> parameters(Connector connector) {
    String name = connector.credential();
    return Map.of(
        "key", credentials.file(name).toString(),
        "knownHosts", credentials.file(name + SftpCall.KNOWN_HOSTS).toString());
  }

  @Override
  public boolean fetchesResults() {
    return true;
  }

  @Override
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new SftpKnock(connector, credentials, limit);
  }

  @Override
  public void check(Connector connector) {
    Required.value(connector.batch(), "batch");
  }
}
