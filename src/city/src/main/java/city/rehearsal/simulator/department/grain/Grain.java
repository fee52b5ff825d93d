package city.rehearsal.simulator.department.grain;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.sftp.FileDepartment;
import city.rehearsal.simulator.protocol.sftp.FileException;
import city.rehearsal.simulator.protocol.sftp.FileFormat;
import city.rehearsal.simulator.protocol.sftp.LineResult;
import java.io.IOException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** The grain bureau and its file format. */
public final class Grain implements FileFormat {
  private static final FileDepartment.Rules RULES =
      new FileDepartment.Rules(LocalTime.of(7, 30), "LS", "查无此件");

  private Grain() {}

  public static Department create(DepartmentContext context, FileDepartment.Access access)
      throws IOException {
    return new FileDepartment(context, access, new Grain(), RULES);
  }

  @Override
  public List<Submission> read(String name, byte[] file) throws FileException {
    return SubmissionSheet.read(name, file);
  }

  @Override
  public FileException repeated() {
    return new FileException("文件名重复", "文件名重复且内容不同");
  }

  @Override
  public byte[] results(String name, List<LineResult> results) {
    return ResultSheet.results(name, results);
  }

  @Override
  public byte[] refusal(String name, FileException why) {
    return ResultSheet.refusal(name, why);
  }

  /** The file was cut off while it was saved: no sum, and half a line above it. */
  @Override
  public byte[] garbled(byte[] file) {
    return Arrays.copyOf(file, file.length * 2 / 3);
  }

  @Override
  public byte[] miscounted(byte[] right) {
    return ResultSheet.miscounted(right);
  }

  @Override
  public byte[] misencoded(byte[] right) {
    return ResultSheet.misencoded(right);
  }
}
