package city.tongban.transport;

import city.tongban.connector.Connector;

/**
 * Asks about a delivery that cannot exist; who is not known, or may not ask, is told so.
 *
 * @param before what shows our credential anew, where a call would show what it had earlier
 */
public record AskKnock(Connector connector, Asking asking, Runnable before) implements Knock {
  AskKnock(Connector connector, Asking asking) {
    this(connector, asking, () -> {});
  }

  @Override
  public Learned credential() {
    if (connector.operation(Connector.ASK).isEmpty()) {
      return Learned.nothing("only-a-case");
    }
    before.run();
    return asking.aboutNobody(connector) ? Learned.of("asked") : Learned.nothing("closed");
  }

  @Override
  public Learned rights() {
    return connector.operation(Connector.ASK).isEmpty()
        ? Learned.nothing("only-a-case")
        : Learned.of("asked-rights");
  }
}
