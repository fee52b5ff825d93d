package city.tongban.bundle;

import city.tongban.bundle.BundleStore.Activation;
import city.tongban.bundle.BundleStore.Active;
import city.tongban.bundle.BundleStore.Choice;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The versions of each back-end's connector: uploaded, checked, activated while the hub runs, and
 * rolled back. A version that does not work is refused, and the active one stays.
 */
public final class Versions {
  private static final Pattern VERSION = Pattern.compile("[0-9a-f]{6,64}");

  private final ActiveConnectors connectors;
  private final BundleStore store;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher events;

  Versions(
      ActiveConnectors connectors,
      BundleStore store,
      TransactionOperations transaction,
      ApplicationEventPublisher events) {
    this.connectors = connectors;
    this.store = store;
    this.transaction = transaction;
    this.events = events;
  }

  /** The person who acts, and the reason. */
  public record Act(String by, String reason) {}

  /** The active and the shipped version, with the history of changes, the latest first. */
  public record History(String backEnd, Active active, List<Activation> activations) {}

  public History of(String backEnd) {
    return new History(backEnd, active(backEnd), store.activations(backEnd));
  }

  /** The files of a version, by its full digest or its first places. */
  public Bundle bundle(String backEnd, String version) {
    return store.bundle(digest(backEnd, version));
  }

  /** A stored version as it was, for readers of its trace. */
  public Connector kept(String backEnd, String version) {
    return connectors.stored(backEnd, bundle(backEnd, version));
  }

  /** Checks a bundle as before an activation, and stores nothing. */
  public Connector looked(String backEnd, byte[] zip) {
    active(backEnd);
    Bundle uploaded = UploadedBundle.open(zip);
    return usable(backEnd, () -> connectors.checkUploaded(backEnd, uploaded));
  }

  /** Stores an uploaded bundle, so that it can be activated; nothing uses it yet. */
  public Connector take(String backEnd, byte[] zip, String sentBy) {
    Connector connector = looked(backEnd, zip);
    store.keepSent(backEnd, connector.bundle(), sentBy);
    return connector;
  }

  /**
   * Makes a stored version the active one.
   *
   * @param seen the version that was active when the person decided
   */
  public Connector activate(String backEnd, String version, String seen, Act act) {
    return choose(backEnd, new Chosen(digest(backEnd, version), seen, false, false), act);
  }

  /** Returns to the shipped version, and follows it from now on. */
  public Connector activateAsShipped(String backEnd, String seen, Act act) {
    String shipped = active(backEnd).shipped();
    if (shipped == null) {
      throw Refusal.of("HUB-8029", "no version of %s is shipped with this program", backEnd)
          .fix("choose one of ./hub connector versions " + backEnd);
    }
    return choose(backEnd, new Chosen(shipped, seen, false, true), act);
  }

  /** Returns to the version before, or to an earlier one that was active. */
  public Connector rollBack(String backEnd, Optional<String> to, String seen, Act act) {
    List<String> path = path(store.activations(backEnd));
    if (to.isEmpty() && path.size() < 2) {
      throw Refusal.of("HUB-8029", "before this version of %s there was none", backEnd)
          .fix("choose one of ./hub connector versions " + backEnd);
    }
    String digest =
        to.map(version -> digest(backEnd, version)).orElseGet(() -> path.get(path.size() - 2));
    if (store.activations(backEnd).stream().noneMatch(a -> a.digest().equals(digest))) {
      throw Refusal.of("HUB-8029", "this version of %s was never active", backEnd)
          .fix("activate it, or choose one of ./hub connector versions " + backEnd);
    }
    return choose(backEnd, new Chosen(digest, seen, true, false), act);
  }

  private record Chosen(String digest, String seen, boolean back, boolean asShipped) {}

  private Connector choose(String backEnd, Chosen chosen, Act act) {
    String seen = digest(backEnd, chosen.seen());
    Bundle bundle = store.bundle(chosen.digest());
    Connector connector = usable(backEnd, () -> connectors.checkStored(backEnd, bundle));
    deploy(connector);
    Choice choice =
        new Choice(
            chosen.digest(), seen, act.by(), act.reason(), chosen.back(), chosen.asShipped());
    transaction.executeWithoutResult(
        open -> {
          if (!store.choose(backEnd, choice)) {
            throw meanwhile(backEnd);
          }
          events.publishEvent(new StepRecorded(stop(connector, choice)));
        });
    connectors.follow();
    return connector;
  }

  private static TraceStep stop(Connector connector, Choice choice) {
    String before = choice.seen().substring(0, connector.version().length());
    return TraceStep.at("connector", choice.back() ? "version-rolled-back" : "version-activated")
        .with(choice.by())
        .versions(connector.version(), null)
        .detail(
            MessageKey.VERSION_REPLACED,
            connector.backEnd(),
            before,
            String.valueOf(choice.reason()))
        .build();
  }

  /** The connector when it is read, checked and claims no other back-end's item; else a refusal. */
  private Connector usable(String backEnd, Supplier<Connector> checking) {
    try {
      Connector connector = checking.get();
      sameWay(connectors.active(backEnd), connector);
      return connector;
    } catch (HubException e) {
      throw notTaken(backEnd, e);
    }
  }

  /**
   * Refuses a change between batches and single calls: batches are set up only when the hub starts.
   */
  private static void sameWay(Connector now, Connector other) {
    if ((now.batch() == null) != (other.batch() == null)) {
      throw Fault.of("HUB-8004", "%s would go over between calls and files", now.backEnd())
          .because("what fills and sends files begins when the hub starts")
          .fix("ship its folders and start the hub");
    }
  }

  /**
   * Deploys the transport before the version becomes visible; a failure leaves the version
   * invisible.
   */
  private void deploy(Connector connector) {
    try {
      connectors.deploy(connector);
    } catch (HubException e) {
      throw notTaken(connector.backEnd(), e);
    }
  }

  private static Refusal notTaken(String backEnd, HubException e) {
    Problem wrong = e.problem();
    String why = wrong.why() == null ? "" : ": " + wrong.why();
    Refusal refusal =
        Refusal.of("HUB-8026", "this version of %s is not taken; the one before goes on", backEnd)
            .because("%s %s%s".formatted(wrong.code(), wrong.what(), why))
            .causedBy(e);
    return wrong.fix() == null ? refusal : refusal.fix(wrong.fix());
  }

  private Refusal meanwhile(String backEnd) {
    Active now = active(backEnd);
    String who = now.chosenBy() == null ? "a start of the hub" : now.chosenBy();
    return Refusal.of("HUB-8028", "another version of %s became active meanwhile", backEnd)
        .because("%s, by %s".formatted(now.digest().substring(0, 12), who))
        .fix("nothing was done; look at it with ./hub connector diff, then decide again");
  }

  private Active active(String backEnd) {
    Active active = store.active().get(backEnd);
    if (active == null) {
      throw Refusal.of("HUB-8027", "no back-end of that name is connected")
          .because("a new one gets its lane and its token when the hub starts")
          .fix("correct the name; or ship its folders and start the hub");
    }
    return active;
  }

  private String digest(String backEnd, String version) {
    active(backEnd);
    return Optional.of(version)
        .filter(v -> VERSION.matcher(v).matches())
        .flatMap(v -> store.digest(backEnd, v))
        .orElseThrow(
            () ->
                Refusal.of("HUB-8027", "%s has no such version", backEnd)
                    .fix("choose one of ./hub connector versions " + backEnd));
  }

  /** Versions in the order in which they became active, without those that were rolled back. */
  private static List<String> path(List<Activation> latestFirst) {
    List<Activation> inOrder = new ArrayList<>(latestFirst);
    Collections.reverse(inOrder);
    Deque<String> path = new ArrayDeque<>();
    for (Activation activation : inOrder) {
      if (activation.back() && path.contains(activation.digest())) {
        while (!activation.digest().equals(path.peekLast())) {
          path.removeLast();
        }
      } else {
        path.addLast(activation.digest());
      }
    }
    return List.copyOf(path);
  }
}
