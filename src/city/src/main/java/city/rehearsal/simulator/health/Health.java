package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The bureau: a door at which it is called, a desk that decides, and somebody who calls back. */
public final class Health implements Department {
  private final Seen seen;
  private final Door door;
  private final DecisionScheduler desk;
  private final Teller teller;
  private final URI address;
  private final URI hub;

  /**
   * @param folder where it keeps what it has seen
   */
  public Health(DepartmentContext context, Path folder, Keys keys) throws IOException {
    hub = URI.create("mllps://127.0.0.1:" + new ReservedPort(folder.resolve("hub-port")).number());
    seen = new Seen(folder.resolve("seen"));
    teller = new Teller(context.store(), context.faults(), new HubDoor(hub, keys));
    desk = new DecisionScheduler(context, teller::tell);
    Counter counter =
        new Counter(context.store(), context.clock(), Clock.systemUTC(), seen, desk::schedule);
    door =
        new Door(
            new ReservedPort(folder.resolve("port")),
            keys,
            context.faults(),
            new Conversation(counter, context.faults()));
    address = door.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public Optional<URI> hubAddress() {
    return Optional.of(hub);
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(
        FaultKind.OTHER_MESSAGE,
        FaultKind.UNFINISHED,
        FaultKind.TWO_ANSWERS,
        FaultKind.UNKNOWN_CHARSET,
        FaultKind.HALF_ANSWER,
        FaultKind.DUPLICATE_RESULT,
        FaultKind.LATE_RESULT,
        FaultKind.LOST_ACKNOWLEDGEMENT,
        FaultKind.UNKNOWN_LINE);
  }

  @Override
  public void start() {
    desk.start();
    teller.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    desk.close();
    teller.close();
    seen.close();
  }
}
