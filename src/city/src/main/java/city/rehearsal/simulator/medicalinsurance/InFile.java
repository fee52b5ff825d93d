package city.rehearsal.simulator.medicalinsurance;

import city.rehearsal.simulator.protocol.sftp.FileError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Reads a file by its bytes and refuses it whole when anything in it is not as agreed. */
final class InFile {
  private static final int LINE = 270;
  private static final int WITH_END = LINE + 2;

  private InFile() {}

  static List<InLine> read(String name, byte[] file) throws FileError {
    if (file.length == 0 || file.length % WITH_END != 0) {
      throw new FileError("03", "文件长度不是行长的整数倍");
    }
    int details = file.length / WITH_END - 1;
    Columns trailer = new Columns(line(file, details));
    if (!trailer.text(0, 1).equals("T") || !trailer.text(1, 40).equals(name)) {
      throw new FileError("03", "尾行不是T行或文件名不符");
    }
    if (!trailer.text(49, 64).equals(sm3(Arrays.copyOf(file, details * WITH_END)))) {
      throw new FileError("01", "SM3摘要不符");
    }
    if (!trailer.text(41, 8).equals("%08d".formatted(details))) {
      throw new FileError("02", "笔数不符");
    }
    List<InLine> lines = new ArrayList<>();
    for (int i = 0; i < details; i++) {
      try {
        lines.add(InLine.read(new Columns(line(file, i))));
      } catch (FileError e) {
        throw new FileError(e.code(), "第" + (i + 1) + "行" + e.getMessage());
      }
    }
    return lines;
  }

  private static byte[] line(byte[] file, int number) throws FileError {
    int from = number * WITH_END;
    if (file[from + LINE] != '\r' || file[from + LINE + 1] != '\n') {
      throw new FileError("03", "第" + (number + 1) + "行不以回车换行结束");
    }
    return Arrays.copyOfRange(file, from, from + LINE);
  }

  static String sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }
}
