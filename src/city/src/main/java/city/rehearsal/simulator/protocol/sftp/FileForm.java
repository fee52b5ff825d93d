package city.rehearsal.simulator.protocol.sftp;

import java.util.List;

/** How a department's files look; what becomes of their lines is the same everywhere. */
public interface FileForm {
  /** The lines of a file that came in, or why it is refused whole. */
  List<Slip> read(String name, byte[] file) throws FileError;

  /** Why a file is refused whose name came before, with other content. */
  FileError repeated();

  byte[] results(String name, List<Outcome> outcomes);

  byte[] refusal(String name, FileError why);

  /** One of our files as a bad disk keeps it; it must be refused. */
  byte[] garbled(byte[] file);

  /** A right file whose own check of its lines fails. */
  byte[] miscounted(byte[] right);

  /** A right file in another charset than it says. */
  byte[] misencoded(byte[] right);
}
