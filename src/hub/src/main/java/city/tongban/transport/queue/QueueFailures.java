package city.tongban.transport.queue;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.ResourceAllocationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.qpid.jms.provider.ProviderException;
import org.apache.qpid.jms.provider.exceptions.ProviderDeliveryModifiedException;
import org.apache.qpid.jms.provider.exceptions.ProviderDeliveryReleasedException;

/**
 * Classifies the failures of an open connection. A refusal by the broker is distinguished from a
 * broken connection; after any other failure the message may have arrived.
 */
public final class QueueFailures {
  private QueueFailures() {}

  static Optional<HubException> of(List<Throwable> chain) {
    for (Throwable e : chain) {
      if (e instanceof ResourceAllocationException || e instanceof ActiveMQAddressFullException) {
        return Optional.of(busy(e));
      }
      if (e instanceof JMSSecurityException) {
        return Optional.of(credential(e));
      }
      if (isNowhere(e)) {
        return Optional.of(
            Fault.of("HUB-4041", "their broker has no queue of that name")
                .because("the service's 'call' names the queue")
                .fix("ask the back-end for its name, correct the call, then resend")
                .causedBy(e));
      }
    }
    return chain.stream()
        .filter(JMSException.class::isInstance)
        .findFirst()
        .map(e -> line(e, chain));
  }

  private static HubException line(Throwable e, List<Throwable> chain) {
    if (chain.stream().anyMatch(QueueFailures::givenBack)) {
      return busy(e);
    }
    // any other condition is a general one of the broker
    if (chain.stream().anyMatch(x -> x.getClass() == ProviderException.class)) {
      return Fault.of("HUB-4042", "their broker refused the message")
          .because("it settled it as not accepted")
          .fix("ask the back-end why; mend the cause, then resend")
          .causedBy(e);
    }
    return CallFailures.inDoubt("their broker has not said that it keeps the message")
        .because(e.getClass().getSimpleName() + " after the message had left")
        .fix("the same message is sent again; they know it by its id")
        .causedBy(e);
  }

  private static boolean isNowhere(Throwable e) {
    // one of the libraries reports it only in its message, before it sends anything
    boolean words = Objects.toString(e.getMessage(), "").startsWith("There is no queue with name");
    return e instanceof InvalidDestinationException || words;
  }

  /** Whether the broker settled it as "not now": released, or modified. */
  private static boolean givenBack(Throwable e) {
    return e instanceof ProviderDeliveryReleasedException
        || e instanceof ProviderDeliveryModifiedException;
  }

  private static Outage busy(Throwable e) {
    return CallFailures.busy("their broker takes no more messages for now")
        .because("it has reached a limit of its own")
        .causedBy(e);
  }

  public static Fault credential(Throwable e) {
    return CallFailures.credentialRefused("the back-end refused our credential")
        .because("its broker does not take what we show, or lets us not use the queue")
        .fix("renew the secret below hub.secrets, then resend")
        .causedBy(e);
  }
}
