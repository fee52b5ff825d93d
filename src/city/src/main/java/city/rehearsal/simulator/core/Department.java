package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** One simulated department: its servers, rules and schedulers. */
public interface Department extends Closeable {
  /** Where callers reach the department, unless it is below its name on the shared HTTP server. */
  default Optional<URI> ownAddress() {
    return Optional.empty();
  }

  /** Where the department calls the hub, if the hub opens a port for it alone. */
  default Optional<URI> hubAddress() {
    return Optional.empty();
  }

  /** The faults that the department can have; those of HTTP calls unless it says otherwise. */
  default Set<FaultKind> faults() {
    return FaultKind.OF_CALLS;
  }

  /** Starts to work; the shared HTTP server is open. */
  default void start() throws IOException {}

  @Override
  default void close() throws IOException {}
}
