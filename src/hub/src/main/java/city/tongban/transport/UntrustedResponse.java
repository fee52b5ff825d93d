package city.tongban.transport;

import city.tongban.canonical.HubException;

/** An answer that is not trusted; it is kept as evidence and not read. */
public final class UntrustedResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TransportCall.Answered answer;

  /**
   * Creates the exception.
   *
   * @param why what the failure means
   */
  public UntrustedResponse(HubException why, TransportCall.Answered answer) {
    super(why);
    this.answer = answer;
  }

  TransportCall.Answered answer() {
    return answer;
  }
}
