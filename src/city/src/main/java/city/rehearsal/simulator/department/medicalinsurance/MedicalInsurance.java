package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.sftp.FileDepartment;
import city.rehearsal.simulator.protocol.sftp.FileException;
import city.rehearsal.simulator.protocol.sftp.FileFormat;
import city.rehearsal.simulator.protocol.sftp.LineResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.List;

/** The medical insurer and its file format. */
public final class MedicalInsurance implements FileFormat {
  private static final FileDepartment.Rules RULES =
      new FileDepartment.Rules(LocalTime.of(8, 0), "YB", "查无此报文");

  private MedicalInsurance() {}

  public static Department create(DepartmentContext context, FileDepartment.Access access)
      throws IOException {
    return new FileDepartment(context, access, new MedicalInsurance(), RULES);
  }

  @Override
  public List<Submission> read(String name, byte[] file) throws FileException {
    return SubmissionFile.read(name, file).stream().map(SubmissionLine::submission).toList();
  }

  @Override
  public FileException repeated() {
    return new FileException("04", "文件名重复且内容不同");
  }

  @Override
  public byte[] results(String name, List<LineResult> results) {
    return ResultFile.results(name, results);
  }

  @Override
  public byte[] refusal(String name, FileException why) {
    return ResultFile.refusal(name, why);
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
    return new String(right, FixedWidth.GB18030).getBytes(StandardCharsets.UTF_8);
  }
}
