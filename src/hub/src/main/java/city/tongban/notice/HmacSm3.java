package city.tongban.notice;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/** HMAC (RFC 2104) with SM3 (GB/T 32905-2016). */
@Component
final class HmacSm3 implements MacAlgorithm {
  @Override
  public byte[] sign(byte[] secret, byte[]... parts) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] signature = new byte[mac.getMacSize()];
    mac.doFinal(signature, 0);
    return signature;
  }
}
