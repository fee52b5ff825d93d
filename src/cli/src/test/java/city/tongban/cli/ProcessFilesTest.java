package city.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run file that says too much would keep the next hub from starting, or stop somebody else's
 * process.
 */
class ProcessFilesTest {
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

  @TempDir Path folder;
  private ProcessFiles files;
  private ProcessHandle us;
  private String program;

  @BeforeEach
  void aProcessThatLives() {
    files = new ProcessFiles(folder);
    us = ProcessHandle.current();
    program = "java";
  }

  @Test
  void aLivingProcessIsFound() {
    files.write("hub", RunningProcess.of(program, us, ADDRESS, ADDRESS));

    assertThat(files.living("hub").flatMap(RunningProcess::process)).contains(us);
    assertThat(files.living("simulators")).isEmpty();
  }

  @Test
  void aPidThatAnotherProcessHasByNowIsNotOurs() {
    RunningProcess earlier = RunningProcess.of(program, us, ADDRESS, ADDRESS);
    files.write(
        "hub",
        new RunningProcess(program, us.pid(), earlier.startedAt() - 60_000, ADDRESS, ADDRESS));

    assertThat(files.living("hub")).isEmpty();
  }

  @Test
  void aProcessOfAnotherProgramIsNotOurs() {
    files.write("hub", RunningProcess.of("city.tongban.NoSuchProgram", us, ADDRESS, ADDRESS));

    assertThat(files.living("hub")).isEmpty();
  }

  @Test
  void aFileCutShortByACrashIsAsGoodAsNone() throws IOException {
    Files.writeString(folder.resolve("hub.json"), "{\"pid\":12");

    assertThat(files.living("hub")).isEmpty();
  }

  @Test
  void aProcessThatEndedIsGoneEvenWhenNobodyHasLookedAtItYet() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    files.write("hub", RunningProcess.of("sleep", process.toHandle(), ADDRESS, ADDRESS));
    assertThat(files.living("hub")).isPresent();

    Processes.stop(process.toHandle());

    assertThat(files.living("hub")).isEmpty();
  }
}
