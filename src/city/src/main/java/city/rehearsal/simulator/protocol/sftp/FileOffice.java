package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A department that takes files: a folder in which they are put, a desk that reads them, and a
 * folder of answers.
 */
public final class FileOffice implements Department {
  /** On their line, and in what they write. */
  private static final Set<FaultKind> KNOWN =
      EnumSet.of(
          FaultKind.DOWN,
          FaultKind.BUSY,
          FaultKind.WRONG_CREDENTIAL,
          FaultKind.RESET,
          FaultKind.SILENT,
          FaultKind.SLOW,
          FaultKind.LOST_ANSWER,
          FaultKind.GARBLED,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.DUPLICATE_RESULT,
          FaultKind.LATE_RESULT,
          FaultKind.MISSING_LINE,
          FaultKind.DOUBLED_LINE,
          FaultKind.UNKNOWN_LINE,
          FaultKind.CONTRADICTING_LINE,
          FaultKind.WRONG_DIGEST,
          FaultKind.HALF_FILE);

  private final SftpDoor door;
  private final FileDesk desk;
  private final URI address;

  /**
   * How the two sides of a line of files know each other.
   *
   * @param hostKey the department's own key, by which callers know it
   * @param caller the public key of the only one who may come in
   */
  public record Line(Path folder, String hostKey, String caller) {}

  /**
   * When a department decides, and how its numbers begin.
   *
   * @param morning at which what came the day before is decided
   * @param unknown its sentence for a withdrawal of what it never had
   */
  public record Habits(LocalTime morning, String prefix, String unknown) {}

  public FileOffice(DepartmentContext context, Line line, FileForm form, Habits habits)
      throws IOException {
    Cabinet cabinet = new Cabinet(line.folder());
    door = new SftpDoor(cabinet, line.hostKey(), line.caller(), context.faults());
    desk =
        new FileDesk(
            context, cabinet, form, new FileRegister(context.store(), context.clock(), habits));
    address = door.open();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public void start() {
    desk.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return KNOWN;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    door.close();
  }
}
