package city.tongban.connector;

import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;

/**
 * Shows a REST back-end with each call that it is we who call, and looks at who answers. Made anew
 * each time, below the route: no exchange holds it, and no stored message does.
 */
interface Proof {
  /** Shows nothing: the back-end wants nothing shown. */
  Proof NONE = (request, body) -> {};

  /** Puts what they want to see onto a call that is about to leave. */
  void onto(HttpRequest request, byte[] body);

  /** Looks at an answer before anything in it is believed. */
  default void answered(HttpRequest request, HttpResponse answer, byte[] body) {}
}
