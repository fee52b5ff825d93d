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

/** A department that takes files, decides about their lines, and leaves files of results. */
public final class FileDepartment implements Department {
  private static final Set<FaultKind> FAULTS =
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

  private final SftpServer server;
  private final FileProcessor processor;
  private final URI address;

  /**
   * How the two sides of a connection know each other.
   *
   * @param folder of the department's files
   * @param hostKey the department's own key, by which callers know it
   * @param caller the public key of the only caller
   */
  public record Access(Path folder, String hostKey, String caller) {}

  /**
   * What differs between two departments beside the format of their files.
   *
   * @param morning time at which is decided what came the day before
   * @param serialPrefix of the department's numbers
   * @param unknownSentence for a withdrawal of an application that is not stored
   */
  public record Rules(LocalTime morning, String serialPrefix, String unknownSentence) {}

  public FileDepartment(DepartmentContext context, Access access, FileFormat format, Rules rules)
      throws IOException {
    FileStore files = new FileStore(access.folder());
    server = new SftpServer(files, access.hostKey(), access.caller(), context.faults());
    processor = new FileProcessor(context, files, format, new FileRegister(context, rules));
    address = server.start();
  }

  @Override
  public Optional<URI> ownAddress() {
    return Optional.of(address);
  }

  @Override
  public void start() {
    processor.start();
  }

  @Override
  public Set<FaultKind> faults() {
    return FAULTS;
  }

  @Override
  public void close() throws IOException {
    processor.close();
    server.close();
  }
}
