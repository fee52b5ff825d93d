package city.tongban.transport.rest;

import city.tongban.transport.mllp.MllpPeer;

/** A transport that uses another one. */
public final class TransportRuleViolations {
  private TransportRuleViolations() {}

  static Class<?> other() {
    return MllpPeer.class;
  }
}
