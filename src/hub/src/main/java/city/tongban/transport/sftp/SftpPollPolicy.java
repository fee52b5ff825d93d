package city.tongban.transport.sftp;

import city.tongban.connector.Connector;
import city.tongban.transport.ResultsAwaited;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when one connector version polls the folder of result files, and which files it takes:
 * often while a result is expected, rarely otherwise, and no file larger than an answer may be.
 */
final class SftpPollPolicy
    implements PollingConsumerPollStrategy, GenericFileFilter<Object>, ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SftpPollPolicy.class);
  private static final long IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Connector connector;
  private final ResultsAwaited awaited;
  private final Set<String> tooLarge = ConcurrentHashMap.newKeySet();
  private volatile long looked = System.nanoTime() - IDLE_NANOS;
  private volatile boolean away;

  SftpPollPolicy(Connector connector, ResultsAwaited awaited) {
    this.connector = connector;
    this.awaited = awaited;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    boolean now = System.nanoTime() - looked > IDLE_NANOS || awaited.from(connector.backEnd());
    if (now) {
      looked = System.nanoTime();
    }
    return now;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    if (away) {
      LOG.info("the result files of {} can be looked for again", connector.backEnd());
      away = false;
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
    if (!away) {
      LOG.warn(
          "the result files of {} cannot be looked for: {}",
          connector.backEnd(),
          SshFailures.classify(cause).getMessage());
      away = true;
    }
    return false;
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    if (file.isDirectory()) {
      return false;
    }
    boolean fits = file.getFileLength() <= connector.limits().answerBytes();
    if (!fits && tooLarge.add(file.getFileNameOnly())) {
      LOG.error(
          "HUB-9009: {} wrote {} with {} bytes, more than limits.answerSize; it is not read",
          connector.backEnd(),
          file.getFileNameOnly(),
          file.getFileLength());
    }
    return fits;
  }

  /** Ignores a refused file: it is in the trace already, and stays in its folder. */
  @Override
  public void handleException(Throwable exception) {
    handleException(null, null, exception);
  }

  @Override
  public void handleException(@Nullable String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable exception) {
    LOG.debug("a result file of {} was not taken", connector.backEnd(), exception);
  }
}
