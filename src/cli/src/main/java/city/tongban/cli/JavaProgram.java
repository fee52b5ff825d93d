package city.tongban.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java program of ours that runs by itself, beside the one that started it.
 *
 * @param flags for its JVM
 */
record JavaProgram(String mainClass, String classPath, List<String> flags, List<String> arguments) {
  /**
   * A job of its own in a shell that leaves: it is in no terminal's foreground, so Ctrl-C reaches
   * only us and we stop things in order. {@code $!} is the program's own pid, since nohup becomes
   * the program.
   */
  private static final String DETACH =
      "set -m; log=$1; shift; nohup \"$@\" >>\"$log\" 2>&1 </dev/null & echo $!";

  /** The class path that this very program runs from. */
  static String ownClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  ProcessHandle start(Path log) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", DETACH, "bash", log.toString()));
    command.addAll(javaCommand());
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      // not on the command line, where a long one would hide the program's name from RunningProcess
      builder.environment().put("CLASSPATH", classPath);
      Process shell = builder.start();
      String pid =
          new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return ProcessHandle.of(Long.parseLong(pid)).filter(Processes::lives).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + mainClass, e);
    } catch (RuntimeException e) {
      throw new CliException(LogTail.of(mainClass + " ended at once", log), e);
    }
  }

  /** Runs in this terminal until it ends, by itself or by Ctrl-C. */
  int here() throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(javaCommand()).inheritIO();
    builder.environment().put("CLASSPATH", classPath);
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop"));
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + mainClass, e);
    }
  }

  private List<String> javaCommand() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(quiet(Runtime.version().feature()));
    command.addAll(List.of("-Dfile.encoding=UTF-8", mainClass));
    command.addAll(arguments);
    return command;
  }

  /**
   * JDK 24 and later warn about what Netty does; JDK 17 does not know the words that silence them.
   */
  static List<String> quiet(int jdk) {
    return jdk < 24
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
  }
}
