package city.tongban.node;

import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * The broker's half of {@link DatabaseSafetyCheck}: its journal, and each queue endpoint as it
 * really turned out.
 */
final class BrokerSafetyCheck {
  private BrokerSafetyCheck() {}

  static void check(Configuration broker) {
    Map<String, String> wrong = new TreeMap<>();
    need(wrong, "persistence-enabled", broker.isPersistenceEnabled());
    need(wrong, "journal-sync-transactional", broker.isJournalSyncTransactional());
    need(wrong, "journal-sync-non-transactional", broker.isJournalSyncNonTransactional());
    need(wrong, "journal-datasync", broker.isJournalDatasync());
    need(wrong, "persist-id-cache", broker.isPersistIDCache());
    boolean inVmOnly =
        broker.getAcceptorConfigurations().stream()
            .allMatch(acceptor -> acceptor.getFactoryClassName().endsWith("InVMAcceptorFactory"));
    need(wrong, "in-vm-acceptor-only", inVmOnly);
    DatabaseSafetyCheck.refuse("the broker", wrong);
  }

  /**
   * Camel's starter overwrites JMS settings in silence, so what counts is the endpoint as it is.
   */
  static Endpoint check(@Nullable String uri, Endpoint endpoint) {
    if (endpoint instanceof JmsEndpoint queue) {
      Map<String, String> wrong = new TreeMap<>();
      // at a partner's broker a message is settled one by one: so, or laid aside
      boolean theirs = !queue.getEndpointUri().startsWith("jms:");
      need(wrong, "transacted", theirs ? acknowledgedAfterwards(queue) : queue.isTransacted());
      need(wrong, "no-transaction-manager", !queue.isLazyCreateTransactionManager());
      need(wrong, "one-thread-per-consumption", !queue.isAsyncConsumer());
      need(wrong, "no-transferred-exceptions", !queue.getConfiguration().isTransferException());
      DatabaseSafetyCheck.refuse("queue endpoint " + queue.getEndpointUri(), wrong);
    }
    return endpoint;
  }

  /** Not when it is handed on, but when what was made of it is committed. */
  private static boolean acknowledgedAfterwards(JmsEndpoint queue) {
    return !queue.isTransacted()
        && "CLIENT_ACKNOWLEDGE".equals(queue.getConfiguration().getAcknowledgementModeName());
  }

  private static void need(Map<String, String> wrong, String setting, boolean holds) {
    if (!holds) {
      wrong.put(setting, "false");
    }
  }
}
