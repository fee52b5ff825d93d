package city.tongban.simulator.medicalinsurance;

import city.tongban.simulator.office.Office;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The insurer: a folder in which files are put, a desk that reads them, and a folder of answers.
 */
public final class MedicalInsurance implements Closeable {
  private final SftpDoor door;
  private final Desk desk;

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
  }

  /** Opens the door and says where it is. */
  public URI open() throws IOException {
    URI address = door.open();
    desk.start();
    return address;
  }

  @Override
  public void close() throws IOException {
    desk.close();
    door.close();
  }
}
