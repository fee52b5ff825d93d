package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;

/** A message that somebody else puts into a lane is neither deserialised nor obeyed. */
class HostileLaneTest {
  private static final String LANE = "hub.delivery.housing";
  private static final String DEAD = "hub.dead";
  private static final AtomicInteger READ = new AtomicInteger();

  private final RunningHub hub = RunningHub.get();
  private JmsTemplate jms;

  /** What a gadget does as soon as it is read. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) {
      READ.incrementAndGet();
    }
  }

  private interface Kind {
    Message make(Session session) throws Exception;
  }

  @BeforeEach
  void connect() {
    jms = new JmsTemplate(hub.context().getBean(ConnectionFactory.class));
    jms.setReceiveTimeout(TimeUnit.SECONDS.toMillis(30));
  }

  private static Stream<Kind> bodies() {
    return Stream.of(
        session -> session.createObjectMessage(new Gadget()),
        session -> session.createTextMessage("310104-20180702-000482/1"),
        Session::createBytesMessage,
        Session::createMapMessage,
        Session::createStreamMessage);
  }

  @Test
  void aMessageWithABodyIsNotReadAndEndsInTheDeadLetterQueue() {
    List<String> marks = bodies().map(this::sent).toList();

    assertThat(marks)
        .allSatisfy(
            mark -> assertThat(jms.receiveSelected(DEAD, "mark = '" + mark + "'")).isNotNull());
    assertThat(READ).hasValue(0);
  }

  private String sent(Kind kind) {
    String mark = UUID.randomUUID().toString();
    jms.send(
        LANE,
        session -> {
          Message message = made(kind, session);
          message.setStringProperty("HubDelivery", "310104-20180702-000482/1");
          message.setIntProperty("HubPublish", 1);
          message.setStringProperty("mark", mark);
          return message;
        });
    return mark;
  }

  @Test
  void aHeaderThatControlsCamelIsNotAcceptedFromALane() throws Exception {
    BlockingQueue<Exchange> seen = new LinkedBlockingQueue<>();
    CamelContext camel = hub.context().getBean(CamelContext.class);
    EventNotifierSupport watch = watch(seen);
    camel.getManagementStrategy().addEventNotifier(watch);
    try {
      jms.send(
          LANE,
          session -> {
            Message message = session.createMessage();
            for (String name :
                new String[] {
                  "CAmElExecCommandExecutable",
                  "CamelJmsDestinationName",
                  "camelHttpUri",
                  "CamelBeanMethodName",
                  "org_DOT_apache_DOT_camel_DOT_x",
                  "colour"
                }) {
              message.setStringProperty(name, "hostile");
            }
            message.setStringProperty("HubDelivery", "310104-20180702-000482/1");
            message.setIntProperty("HubPublish", 1);
            return message;
          });

      Exchange exchange = seen.poll(30, TimeUnit.SECONDS);
      assertThat(exchange).isNotNull();
      assertThat(exchange.getIn().getHeaders().values()).doesNotContain("hostile");
      assertThat(exchange.getIn().getHeader("HubPublish")).isEqualTo(1);
    } finally {
      camel.getManagementStrategy().removeEventNotifier(watch);
    }
  }

  @Test
  void aCaseStillPassesThroughTheLane() {
    String number = hub.receipted(Applications.lease(5200));

    org.awaitility.Awaitility.await().until(() -> hub.book("housing", number).size() == 1);
  }

  private static EventNotifierSupport watch(BlockingQueue<Exchange> seen) {
    EventNotifierSupport watch =
        new EventNotifierSupport() {
          @Override
          public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCreatedEvent created
                && created.getExchange().getFromEndpoint().getEndpointUri().startsWith("jms")) {
              seen.add(created.getExchange());
            }
          }
        };
    watch.setIgnoreExchangeSendingEvents(true);
    watch.start();
    return watch;
  }

  private static Message made(Kind kind, Session session) {
    try {
      return kind.make(session);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
