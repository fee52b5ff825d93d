package city.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProgramTest {
  @TempDir Path folder;

  /** What is started: tells its pid, then stays. */
  static final class Stays {
    private Stays() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(ProcessHandle.current().pid() + " " + arguments[0]);
      TimeUnit.MINUTES.sleep(5);
    }
  }

  @Test
  void aProgramIsKnownByItsOwnPidAndRunsInNoTerminalsForeground() throws IOException {
    Path log = folder.resolve("a log.txt");

    ProcessHandle process = program(Stays.class.getName()).start(log);

    await().until(() -> Files.readString(log).endsWith("\n"));
    assertThat(Files.readString(log)).isEqualTo(process.pid() + " a word\n");
    assertThat(group(process.pid())).isEqualTo(process.pid());
    Processes.stop(process);
    assertThat(Processes.lives(process)).isFalse();
  }

  @Test
  void theWordsThatOnlyNewJdksKnowAreKeptFromOldOnes() {
    assertThat(JavaProgram.quiet(17)).isEmpty();
    assertThat(JavaProgram.quiet(25)).contains("--sun-misc-unsafe-memory-access=allow");
  }

  @Test
  void aTakenPortIsNamedTogetherWithTheWayOut() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> LocalStack.mustBeFree(Ports.local(port), "the hub", "--port"))
          .hasMessage(
              "port %d, meant for the hub, is taken by another program; name another with --port",
              port);
    }
  }

  private static JavaProgram program(String mainClass) {
    return new JavaProgram(
        mainClass, JavaProgram.ownClassPath(), List.of("-Xmx32m"), List.of("a word"));
  }

  /**
   * Its process group: from the kernel's own table where there is one, for a bare Linux has no ps.
   */
  private static long group(long pid) throws IOException {
    Path stat = Path.of("/proc", String.valueOf(pid), "stat");
    if (Files.exists(stat)) {
      String afterName = Files.readString(stat).replaceFirst(".*\\) ", "");
      return Long.parseLong(afterName.split(" ")[2]);
    }
    Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", String.valueOf(pid)).start();
    return Long.parseLong(new String(ps.getInputStream().readAllBytes()).strip());
  }
}
