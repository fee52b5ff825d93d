package city.tongban.mapping;

import java.util.Arrays;

/** The UTF-8 byte order mark, which spreadsheets write at the beginning of a file. */
final class ByteOrderMark {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ByteOrderMark() {}

  static boolean before(byte[] file) {
    return file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
  }

  static byte[] off(byte[] file) {
    return Arrays.copyOfRange(file, MARK.length, file.length);
  }
}
