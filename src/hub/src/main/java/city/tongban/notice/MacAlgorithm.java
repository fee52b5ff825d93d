package city.tongban.notice;

/** Computes a message authentication code; a hardware module may implement it. */
interface MacAlgorithm {
  byte[] sign(byte[] secret, byte[]... parts);
}
