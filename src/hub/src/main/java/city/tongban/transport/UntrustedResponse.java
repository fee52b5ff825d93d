package city.tongban.transport;

import city.tongban.canonical.HubException;

/** An answer that came and is not believed; it is kept as evidence, and nobody reads it. */
public final class UntrustedResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TransportCall.Answered answer;

  /**
   * @param why is what the failure means
   */
  public UntrustedResponse(HubException why, TransportCall.Answered answer) {
    super(why);
    this.answer = answer;
  }

  TransportCall.Answered answer() {
    return answer;
  }
}
