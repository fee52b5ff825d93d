package city.tongban.transport.mllp;

import city.tongban.transport.Knock;
import city.tongban.transport.Learned;
import java.io.IOException;

/** Shakes hands with both certificates and hangs up; HL7 has nothing to ask that is no message. */
record MllpKnock(MllpLine line) implements Knock {
  @Override
  public Learned credential() throws IOException {
    line.shakeHands();
    return Learned.of("certificate-taken");
  }

  @Override
  public Learned rights() {
    return Learned.nothing("only-a-case");
  }
}
