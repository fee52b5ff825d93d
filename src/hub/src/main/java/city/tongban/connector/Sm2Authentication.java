package city.tongban.connector;

/**
 * SM2 signatures (GB/T 32918) on both sides. The hub signs the time and the body. The department
 * signs the time, the hub's signature and the body of the answer, so that an answer is valid for
 * one call only. The credential is the hub's key; {@code <credential>-theirs} is the department's
 * public key.
 *
 * @param headers the department's names of the two headers, in both directions
 */
public record Sm2Authentication(Headers headers) implements Authentication {
  public Sm2Authentication {
    RequiredKey.value(headers, "authentication.headers");
  }

  public record Headers(String time, String signature) {
    public Headers {
      RequiredKey.value(time, "authentication.headers.time");
      RequiredKey.value(signature, "authentication.headers.signature");
    }
  }
}
