package city.tongban.transport.soap;

import city.tongban.transport.TransportCall;

/** How a back-end expects our document in the envelope, and how its answers are verified. */
interface SoapBodyStyle {
  /** The envelope to send, created just before the call. */
  byte[] around(byte[] document, String operation);

  /** Refuses an answer that is not verified as the department's. */
  void believe(TransportCall.Answered answer);
}
