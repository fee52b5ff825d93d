package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.protocol.Submission;
import java.util.List;

/** A department's files as bytes; what becomes of their lines is the same everywhere. */
public interface FileFormat {
  /**
   * Reads the lines of a file that a caller has put in.
   *
   * @throws FileException when the whole file is refused
   */
  List<Submission> read(String name, byte[] file) throws FileException;

  /** Why a file is refused whose name came before with other content. */
  FileException repeated();

  byte[] results(String name, List<LineResult> results);

  byte[] refusal(String name, FileException why);

  /** A caller's file as a bad disk keeps it; {@link #read} must refuse it. */
  byte[] garbled(byte[] file);

  /** A result file whose own check of its lines fails. */
  byte[] miscounted(byte[] right);

  /** A result file in another charset than it says. */
  byte[] misencoded(byte[] right);
}
