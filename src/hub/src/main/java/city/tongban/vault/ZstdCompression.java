package city.tongban.vault;

import com.github.luben.zstd.Zstd;

/** Bytes compressed with Zstandard (RFC 8878): what is sealed cannot be compressed any more. */
final class ZstdCompression {
  /** What one unpacked payload may weigh; a frame that claims more was not written by us. */
  private static final long BYTES_MAX = 64L * 1024 * 1024;

  private ZstdCompression() {}

  static byte[] pack(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  /** Throws {@link IllegalArgumentException} for what is no frame of ours. */
  static byte[] unpack(byte[] packed) {
    long size = Zstd.getFrameContentSize(packed);
    if (size < 0 || size > BYTES_MAX) {
      throw new IllegalArgumentException("no Zstandard frame of a size we write");
    }
    return Zstd.decompress(packed, (int) size);
  }
}
