package city.rehearsal.simulator.medicalinsurance;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.protocol.sftp.FileError;
import city.rehearsal.simulator.protocol.sftp.FileForm;
import city.rehearsal.simulator.protocol.sftp.FileOffice;
import city.rehearsal.simulator.protocol.sftp.Outcome;
import city.rehearsal.simulator.protocol.sftp.Slip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;

/** The insurer: files of fixed columns, with a digest in the last line. */
public final class MedicalInsurance implements FileForm {
  private static final FileOffice.Habits HABITS =
      new FileOffice.Habits(LocalTime.of(8, 0), "YB", "查无此报文");

  private MedicalInsurance() {}

  public static Department moveInto(DepartmentContext context, FileOffice.Line line)
      throws IOException {
    return new FileOffice(context, line, new MedicalInsurance(), HABITS);
  }

  @Override
  public List<Slip> read(String name, byte[] file) throws FileError {
    return InFile.read(name, file).stream().map(InLine::slip).toList();
  }

  @Override
  public FileError repeated() {
    return new FileError("04", "文件名重复且内容不同");
  }

  @Override
  public byte[] results(String name, List<Outcome> outcomes) {
    return OutFile.results(name, outcomes);
  }

  @Override
  public byte[] refusal(String name, FileError why) {
    return OutFile.refusal(name, why);
  }

  @Override
  public byte[] garbled(byte[] file) {
    file[file.length / 3] ^= 1; // the digest notices one bit
    return file;
  }

  @Override
  public byte[] miscounted(byte[] right) {
    right[right.length - 100] ^= 1; // in the trailer's digest
    return right;
  }

  @Override
  public byte[] misencoded(byte[] right) {
    return new String(right, Columns.GB18030).getBytes(StandardCharsets.UTF_8);
  }
}
