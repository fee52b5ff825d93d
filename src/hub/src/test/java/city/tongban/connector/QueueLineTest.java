package city.tongban.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import city.tongban.canonical.HubException;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;

/** What is certain of a line to a broker that never stood. */
class QueueLineTest {
  @Test
  void aLineThatBreaksBeforeItStoodAndCannotBeClosedHasCertainlyCarriedNothing() throws Exception {
    Connection half = mock(Connection.class);
    doThrow(new JMSException("gone")).when(half).start();
    doThrow(new JMSException("gone, too")).when(half).close();

    HubException why = TransportFailures.classify(catchThrowable(line(half)::createConnection));

    assertThat(why.problem().code()).isEqualTo(TransportFailures.UNREACHABLE);
    assertThat(TransportFailures.inDoubt(why)).isFalse();
  }

  private static QueueLine line(Connection half) {
    return new QueueLine(Connectors.shipped("trade-union")) {
      @Override
      Connection made() {
        return half;
      }

      @Override
      HubException meaning(JMSException e) {
        return unreachable(e);
      }
    };
  }
}
