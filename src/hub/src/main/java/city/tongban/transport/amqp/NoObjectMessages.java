package city.tongban.transport.amqp;

import org.apache.qpid.jms.JmsDestination;
import org.apache.qpid.jms.policy.JmsDeserializationPolicy;

/** Prevents Java deserialization of messages (CVE-2026-40860 and similar). */
final class NoObjectMessages implements JmsDeserializationPolicy {
  static final NoObjectMessages POLICY = new NoObjectMessages();

  private NoObjectMessages() {}

  @Override
  public JmsDeserializationPolicy copy() {
    return this;
  }

  @Override
  public boolean isTrustedType(JmsDestination destination, Class<?> type) {
    return false;
  }
}
