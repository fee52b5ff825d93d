package city.rehearsal.simulator.office;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * The line to the hub's results entrance. While nobody answers it is tried gently, not by every
 * filing that waits.
 */
public final class HubLine {
  private static final System.Logger LOG = System.getLogger(HubLine.class.getName());
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final long DEAD_LINE_PAUSE_MILLIS = 500;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(Executors.newFixedThreadPool(2, HubLine::thread))
          .build();
  private final URI results;
  private final String contentType;
  private final Path tokenFile;
  private volatile boolean alive = true;

  /**
   * @param backEnd whose results these are
   * @param contentType in which they are written
   * @param tokenFile made by the hub when it first starts, perhaps after us: read at each call
   */
  public HubLine(URI hub, String backEnd, String contentType, Path tokenFile) {
    this.results = hub.resolve("/api/v1/back-ends/" + backEnd + "/results");
    this.contentType = contentType;
    this.tokenFile = tokenFile;
  }

  /** Tells one result; false when it was not heard, for whatever reason. */
  boolean tell(String body) throws InterruptedException {
    try {
      int status = client.send(request(body), BodyHandlers.discarding()).statusCode();
      note(true, "the hub answers again");
      return status / 100 == 2;
    } catch (NoSuchFileException e) {
      return unheard("the hub has not made our token yet: " + e.getMessage());
    } catch (IOException e) {
      return unheard("the hub does not answer: " + e);
    }
  }

  private boolean unheard(String why) throws InterruptedException {
    note(false, why);
    Thread.sleep(DEAD_LINE_PAUSE_MILLIS);
    return false;
  }

  private HttpRequest request(String body) throws IOException {
    return HttpRequest.newBuilder(results)
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + Files.readString(tokenFile).strip())
        .header("Content-Type", contentType)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void note(boolean nowAlive, String sentence) {
    if (alive != nowAlive) {
      alive = nowAlive;
      LOG.log(System.Logger.Level.INFO, sentence);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hub-line");
    thread.setDaemon(true);
    return thread;
  }
}
