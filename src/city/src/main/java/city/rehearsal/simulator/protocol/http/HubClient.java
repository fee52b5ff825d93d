package city.rehearsal.simulator.protocol.http;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.core.ResultSender;
import city.rehearsal.simulator.core.RetryExecutor;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Posts results to the hub's web-hook. It slows its callers down while the hub is away. */
public final class HubClient implements ResultSender.Channel<HubClient.Result> {
  /**
   * The content of one call; the same result always has the same id and the same body.
   *
   * @param kind what the store remembers when the hub has acknowledged the result
   */
  public record Result(String kind, String id, String body) {}

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final long UNREACHABLE_PAUSE_MILLIS = 500;
  private static final int SENDER_THREADS = 6;
  private static final long RETRY_MILLIS_MAX = 8_000;
  private static final int REPEATED_ONE_IN = 10;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(Executors.newFixedThreadPool(2, HubClient::thread))
          .build();
  private final URI results;
  private final String contentType;
  private final Path tokenFile;

  /**
   * @param backEnd whose results these are
   * @param contentType of the results
   * @param tokenFile written by the hub when it first starts, perhaps later: read at each call
   */
  public HubClient(URI hub, String backEnd, String contentType, Path tokenFile) {
    this.results = hub.resolve("/api/v1/back-ends/" + backEnd + "/results");
    this.contentType = contentType;
    this.tokenFile = tokenFile;
  }

  /**
   * A sender over this client.
   *
   * @param next the first result of a message that the hub has not acknowledged yet
   */
  public ResultSender<Result> sender(
      DepartmentContext context, Function<StoredMessage, Optional<Result>> next) {
    RetryExecutor executor =
        new RetryExecutor(context.backEnd() + "-results", SENDER_THREADS, RETRY_MILLIS_MAX);
    return new ResultSender<>(context, executor, next, Result::kind, this);
  }

  @Override
  public void send(Result result) throws IOException, InterruptedException {
    int status;
    try {
      status = client.send(request(result.body()), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      Thread.sleep(UNREACHABLE_PAUSE_MILLIS);
      throw e;
    }
    if (status / 100 != 2) {
      throw new IOException("the hub refused a result with status " + status);
    }
  }

  @Override
  public boolean repeats(Result result) {
    return Pacing.random(result.id()) % REPEATED_ONE_IN == 0;
  }

  private HttpRequest request(String body) throws IOException {
    return HttpRequest.newBuilder(results)
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + Files.readString(tokenFile).strip())
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hub-client");
    thread.setDaemon(true);
    return thread;
  }
}
