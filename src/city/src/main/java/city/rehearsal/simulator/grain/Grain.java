package city.rehearsal.simulator.grain;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.protocol.sftp.FileError;
import city.rehearsal.simulator.protocol.sftp.FileForm;
import city.rehearsal.simulator.protocol.sftp.FileOffice;
import city.rehearsal.simulator.protocol.sftp.Outcome;
import city.rehearsal.simulator.protocol.sftp.Slip;
import java.io.IOException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** The grain bureau: a small office that does everything with spreadsheets. */
public final class Grain implements FileForm {
  private static final FileOffice.Habits HABITS =
      new FileOffice.Habits(LocalTime.of(7, 30), "LS", "查无此件");

  private Grain() {}

  public static Department moveInto(DepartmentContext context, FileOffice.Line line)
      throws IOException {
    return new FileOffice(context, line, new Grain(), HABITS);
  }

  @Override
  public List<Slip> read(String name, byte[] file) throws FileError {
    return InSheet.read(name, file);
  }

  @Override
  public FileError repeated() {
    return new FileError("文件名重复", "文件名重复且内容不同");
  }

  @Override
  public byte[] results(String name, List<Outcome> outcomes) {
    return OutSheet.results(name, outcomes);
  }

  @Override
  public byte[] refusal(String name, FileError why) {
    return OutSheet.refusal(name, why);
  }

  /** The spreadsheet was closed too soon: no sum, and half a line above it. */
  @Override
  public byte[] garbled(byte[] file) {
    return Arrays.copyOf(file, file.length * 2 / 3);
  }

  @Override
  public byte[] miscounted(byte[] right) {
    return OutSheet.miscounted(right);
  }

  @Override
  public byte[] misencoded(byte[] right) {
    return OutSheet.misencoded(right);
  }
}
