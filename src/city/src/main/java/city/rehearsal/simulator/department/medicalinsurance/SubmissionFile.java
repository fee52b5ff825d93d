package city.rehearsal.simulator.department.medicalinsurance;

import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.protocol.sftp.FileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a caller's file; one malformed byte refuses the whole file. */
final class SubmissionFile {
  private static final int LINE = 270;
  private static final int WITH_END = LINE + 2;

  private SubmissionFile() {}

  static List<SubmissionLine> read(String name, byte[] file) throws FileException {
    if (file.length == 0 || file.length % WITH_END != 0) {
      throw new FileException("03", "文件长度不是行长的整数倍");
    }
    int details = file.length / WITH_END - 1;
    FixedWidth trailer = new FixedWidth(line(file, details));
    if (!trailer.text(0, 1).equals("T") || !trailer.text(1, 40).equals(name)) {
      throw new FileException("03", "尾行不是T行或文件名不符");
    }
    if (!trailer.text(49, 64).equals(Sm3.hex(Arrays.copyOf(file, details * WITH_END)))) {
      throw new FileException("01", "SM3摘要不符");
    }
    if (!trailer.text(41, 8).equals("%08d".formatted(details))) {
      throw new FileException("02", "笔数不符");
    }
    List<SubmissionLine> lines = new ArrayList<>();
    for (int i = 0; i < details; i++) {
      try {
        lines.add(SubmissionLine.read(new FixedWidth(line(file, i))));
      } catch (FileException e) {
        throw new FileException(e.code(), "第" + (i + 1) + "行" + e.getMessage());
      }
    }
    return lines;
  }

  private static byte[] line(byte[] file, int number) throws FileException {
    int from = number * WITH_END;
    if (file[from + LINE] != '\r' || file[from + LINE + 1] != '\n') {
      throw new FileException("03", "第" + (number + 1) + "行不以回车换行结束");
    }
    return Arrays.copyOfRange(file, from, from + LINE);
  }
}
