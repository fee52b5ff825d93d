package city.tongban.node;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** A log line's stack trace, for {@code %safeEx} in the pattern. */
public final class SafeThrowable extends ThrowableProxyConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return SafeText.lines(super.convert(event));
  }
}
