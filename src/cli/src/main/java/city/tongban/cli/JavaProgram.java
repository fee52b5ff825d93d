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
 * A Java program that runs as a process of its own and outlives the process that started it.
 *
 * @param flags JVM options
 */
record JavaProgram(String mainClass, String classPath, List<String> flags, List<String> arguments) {
  /**
   * Starts the program as a background job of a shell that exits. The program belongs to no
   * terminal's foreground, so Ctrl-C reaches only this process, which stops the others in order.
   * {@code $!} is the program's own pid, because nohup replaces itself by the program.
   */
  private static final String DETACH =
      "set -m; log=$1; shift; nohup \"$@\" >>\"$log\" 2>&1 </dev/null & echo $!";

  /** The class path of the running program. */
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
      // in the environment: a long command line would hide the main class from RunningProcess
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

  /** Runs the program in this terminal until it ends or Ctrl-C ends it. */
  int runInForeground() throws InterruptedException {
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
   * Options that silence JDK 24 and later, which warn about Netty; JDK 17 refuses these options.
   */
  static List<String> quiet(int jdk) {
    return jdk < 24
        ? List.of()
        : List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
  }
}
