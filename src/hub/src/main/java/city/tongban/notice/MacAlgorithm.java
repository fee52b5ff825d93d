package city.tongban.notice;

/** Seals bytes with a secret that the receiver shares; a hardware module may stand here. */
interface MacAlgorithm {
  byte[] sign(byte[] secret, byte[]... parts);
}
