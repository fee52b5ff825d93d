package city.tongban.transport.soap;

import city.tongban.transport.TransportCall;

/** What a back-end wants around our document, and how it is known that an answer is theirs. */
interface SoapBodyStyle {
  /** The envelope as it goes out, made at the last moment. */
  byte[] around(byte[] document, String operation);

  /** Refuses an answer that nobody can have said but us. */
  void believe(TransportCall.Answered answer);
}
