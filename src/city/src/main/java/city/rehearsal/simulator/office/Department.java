package city.rehearsal.simulator.office;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** What moved into an {@link Office} and works there. */
public interface Department extends Closeable {
  /** Where callers find it, when that is not the common door below its name. */
  default Optional<URI> ownDoor() {
    return Optional.empty();
  }

  /** Where it calls the hub, when that is a door of the hub's made for it. */
  default Optional<URI> hubDoor() {
    return Optional.empty();
  }

  /** The faults that it can be told to have; whoever answers calls by HTTP has these at least. */
  default Set<FaultKind> faults() {
    return FaultKind.OF_CALLS;
  }

  /** Begins to work; the common door is open. */
  default void start() throws IOException {}

  @Override
  default void close() throws IOException {}
}
