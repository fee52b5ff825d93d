package city.tongban.transport;

import city.tongban.connector.Connector;

/**
 * Asks about a delivery that cannot exist; who is not known, or may not ask, is told so.
 *
 * @param before what shows our credential anew, where a call would show what it had earlier
 */
public record InquiryConnectionCheck(Connector connector, ConnectionInquiry asking, Runnable before)
    implements ConnectionCheck {
  InquiryConnectionCheck(Connector connector, ConnectionInquiry asking) {
    this(connector, asking, () -> {});
  }

  @Override
  public CheckResult credential() {
    if (connector.operation(Connector.ASK).isEmpty()) {
      return CheckResult.nothing("only-a-case");
    }
    before.run();
    return asking.aboutNobody(connector) ? CheckResult.of("asked") : CheckResult.nothing("closed");
  }

  @Override
  public CheckResult rights() {
    return connector.operation(Connector.ASK).isEmpty()
        ? CheckResult.nothing("only-a-case")
        : CheckResult.of("asked-rights");
  }
}
