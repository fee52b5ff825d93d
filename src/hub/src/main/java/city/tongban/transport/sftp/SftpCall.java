package city.tongban.transport.sftp;

import city.tongban.canonical.HubException;
import city.tongban.concurrent.Deadline;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.TransportCall;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Uploads one file; the call is its name. The department's answer comes later, in a file. */
final class SftpCall extends TransportCall {
  /** Suffix of the secret with the server's known host key. */
  static final String KNOWN_HOSTS = "-known-hosts";

  private static final String DEADLINE = "HubDeadline";

  /** The number of steps (connect, write, rename, flag); each may take the time-out. */
  private static final int STEPS = 4;

  private final Connector connector;
  private final Credentials credentials;

  SftpCall(Connector connector, Credentials credentials) {
    this.connector = connector;
    this.credentials = credentials;
  }

  @Override
  protected void address(Message message, String name) {
    // the library reads the files itself, but reports less clearly what is missing
    credentials.secret(connector.credential());
    credentials.secret(connector.credential() + KNOWN_HOSTS);
    message.setHeader(Exchange.FILE_NAME, name);
    message
        .getExchange()
        .setProperty(
            DEADLINE,
            Deadline.interruptingCaller(connector.limits().timeout().multipliedBy(STEPS)));
  }

  @Override
  protected void over(Exchange exchange) {
    Deadline deadline = exchange.getProperty(DEADLINE, Deadline.class);
    if (deadline != null) {
      deadline.close();
    }
  }

  @Override
  protected Answered answered(Message answer, long began) {
    return new Answered(0, null, new byte[0]);
  }

  @Override
  protected Optional<HubException> meaning(List<Throwable> chain) {
    return SshFailures.of(chain);
  }
}
