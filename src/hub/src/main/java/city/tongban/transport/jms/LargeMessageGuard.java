package city.tongban.transport.jms;

import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Leaves a message that is larger than the limit at the broker. The library reads a text or an
 * object whole before its size is known, and checks the size of bytes first; so such a message is
 * treated as bytes.
 */
record LargeMessageGuard(long bytesMax) implements Interceptor {
  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (packet instanceof SessionReceiveLargeMessage large
        && large.getLargeMessageSize() > bytesMax
        && large.getLargeMessage() instanceof ICoreMessage message) {
      message.setType(Message.BYTES_TYPE);
      message.putLongProperty(
          Message.HDR_LARGE_BODY_SIZE, Math.min(large.getLargeMessageSize(), Integer.MAX_VALUE));
    }
    return true;
  }
}
