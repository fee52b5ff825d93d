package city.tongban.transport.sftp;

import city.tongban.connector.Connector;
import city.tongban.connector.RequiredKey;
import city.tongban.security.Credentials;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.ResultsAwaited;
import city.tongban.transport.Transport;
import city.tongban.transport.TransportCall;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Files that are uploaded to the department's server, and files that it leaves there for the hub.
 */
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
    return new SftpPollPolicy(connector, awaited);
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
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new SftpConnectionCheck(connector, credentials, limit);
  }

  @Override
  public void check(Connector connector) {
    RequiredKey.value(connector.batch(), "batch");
  }
}
