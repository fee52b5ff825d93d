package city.tongban.notice;

import city.tongban.canonical.TraceStep.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver said.
 *
 * @param body as far as we read it; null when there was none
 */
record PushResponse(int status, @Nullable Payload body) {
  boolean taken() {
    return status / 100 == 2;
  }

  boolean gone() {
    return status == 410;
  }
}
