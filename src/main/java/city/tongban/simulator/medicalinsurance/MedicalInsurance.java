package city.tongban.simulator.medicalinsurance;

import city.tongban.simulator.office.Department;
import city.tongban.simulator.office.Office;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The insurer: a folder in which files are put, a desk that reads them, and a folder of answers.
 */
public final class MedicalInsurance implements Department {
  private final SftpDoor door;
  private final Desk desk;
  private final URI address;

  /**
   * @param folder where the department keeps its files
   * @param hostKey its own key, by which callers know it
   * @param caller the public key of the only one who may come in
   */
  public MedicalInsurance(Office office, Path folder, String hostKey, String caller)
      throws IOException {
    Cabinet cabinet = new Cabinet(folder);
    door = new SftpDoor(cabinet, hostKey, caller, office.faults());
    desk = new Desk(office, cabinet);
    address = door.open();
  }

  @Override
  public Optional<URI> ownDoor() {
    return Optional.of(address);
  }

  @Override
  public void start() {
    desk.start();
  }

  @Override
  public void close() throws IOException {
    desk.close();
    door.close();
  }
}
