package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/** A broker that is told to be full says so, as one says whose disk is. */
record Full(Faults faults) implements ActiveMQServerMessagePlugin {
  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    if (Broker.REQUESTS.equals(message.getAddress()) && faults.on(FaultKind.BUSY).isPresent()) {
      throw new ActiveMQAddressFullException("the queue is full");
    }
  }
}
