package city.tongban.canonical;

import com.github.luben.zstd.Zstd;

/** Bytes as the database keeps them: compressed with Zstandard (RFC 8878). */
public final class Packed {
  /** What one unpacked payload may weigh; a frame that claims more was not written by us. */
  private static final long BYTES_MAX = 64L * 1024 * 1024;

  private Packed() {}

  public static byte[] pack(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  public static byte[] unpack(byte[] packed) {
    long size = Zstd.getFrameContentSize(packed);
    if (size < 0 || size > BYTES_MAX) {
      throw Fault.of("HUB-7001", "a stored payload does not unpack");
    }
    return Zstd.decompress(packed, (int) size);
  }
}
