package city.tongban.transport.mllp;

import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import java.io.IOException;

/**
 * Makes a TLS handshake with both certificates and closes the connection. HL7 has no question that
 * is not a message about a patient or an order, so the check sends none.
 */
record MllpConnectionCheck(MllpClient client) implements ConnectionCheck {
  @Override
  public CheckResult credential() throws IOException {
    client.handshake();
    return CheckResult.of("certificate-taken");
  }

  @Override
  public CheckResult rights() {
    return CheckResult.nothing("only-a-case");
  }
}
