package city.tongban.connector;

/**
 * A signature on each side, SM2 (GB/T 32918): ours over the time and the body; theirs over the
 * time, our signature and the body of the answer, so that no answer fits another call. The
 * credential is our key; {@code <credential>-theirs} is the key that we hold to be theirs.
 *
 * @param headers what they call the two headers, both ways
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
