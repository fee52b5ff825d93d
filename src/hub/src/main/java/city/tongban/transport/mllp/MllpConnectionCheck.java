package city.tongban.transport.mllp;

import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import java.io.IOException;

/** Shakes hands with both certificates and hangs up; HL7 has nothing to ask that is no message. */
record MllpConnectionCheck(MllpClient line) implements ConnectionCheck {
  @Override
  public CheckResult credential() throws IOException {
    line.shakeHands();
    return CheckResult.of("certificate-taken");
  }

  @Override
  public CheckResult rights() {
    return CheckResult.nothing("only-a-case");
  }
}
