package city.tongban.transport.sftp;

import city.tongban.connector.Connector;
import city.tongban.connector.Required;
import city.tongban.security.Credentials;
import city.tongban.transport.Asking;
import city.tongban.transport.Knock;
import city.tongban.transport.ResultsAwaited;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Files that are put on a server of theirs, and files that they leave there for us. */
@Component
record SftpTransport(Credentials credentials, ResultsAwaited awaited) implements Transport {
  @Autowired
  SftpTransport(Credentials credentials, ObjectProvider<ResultsAwaited> awaited) {
    this(credentials, backEnd -> awaited.stream().anyMatch(results -> results.from(backEnd)));
  }

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
