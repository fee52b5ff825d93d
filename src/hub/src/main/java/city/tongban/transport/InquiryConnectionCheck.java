package city.tongban.transport;

import city.tongban.connector.Connector;

/**
 * Asks about a delivery that cannot exist; an unknown caller, or one without permission, gets an
 * error.
 *
 * @param before sends our credential again, where a call would use a cached session or token
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
