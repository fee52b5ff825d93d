package city.tongban.transport.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.FailureEffect;
import city.tongban.canonical.HubException;
import city.tongban.connector.CallFailures;
import city.tongban.transport.FailureClassifier;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;

/** What is certain of a line to a broker that never stood. */
class QueueConnectionFactoryTest {
  @Test
  void aLineThatBreaksBeforeItStoodAndCannotBeClosedHasCertainlyCarriedNothing() throws Exception {
    Connection half = mock(Connection.class);
    doThrow(new JMSException("gone")).when(half).start();
    doThrow(new JMSException("gone, too")).when(half).close();

    HubException why = FailureClassifier.classify(catchThrowable(line(half)::createConnection));

    assertThat(why.problem().code()).isEqualTo(CallFailures.UNREACHABLE);
    assertThat(why.effect()).isEqualTo(FailureEffect.NOT_SENT);
  }

  private static QueueConnectionFactory line(Connection half) {
    return new QueueConnectionFactory(ShippedConnectors.shipped("trade-union")) {
      @Override
      protected Connection made() {
        return half;
      }

      @Override
      protected HubException meaning(JMSException e) {
        return unreachable(e);
      }
    };
  }
}
