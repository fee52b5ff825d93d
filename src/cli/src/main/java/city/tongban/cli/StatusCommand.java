package city.tongban.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows which processes run on a data folder. Exit code 0 when the hub is ready, else 1. */
@Command(
    name = "status",
    description = "Shows what is running; exit code 0 when the hub is ready, else 1.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  @Mixin DataOption data = new DataOption();

  @Override
  public Integer call() {
    ProcessFiles files = new ProcessFiles(data.folder().run());
    Optional<RunningProcess> hub = files.living(LocalStack.HUB);
    boolean ready =
        hub.filter(h -> LocalStack.answers(() -> LocalStack.healthy(h.address()))).isPresent();
    System.out.println("hub         " + line(hub) + (hub.isPresent() ? word(ready) : ""));
    System.out.println("simulators  " + line(files.living(LocalStack.SIMULATORS)));
    System.out.println("data        " + data.folder().root());
    return ready ? 0 : 1;
  }

  private static String line(Optional<RunningProcess> running) {
    return running
        .map(
            r ->
                "%s  process %d since %s"
                    .formatted(
                        r.address(), r.pid(), TIME.format(Instant.ofEpochMilli(r.startedAt()))))
        .orElse("not running");
  }

  private static String word(boolean ready) {
    return ready ? "  ready" : "  does not answer yet";
  }
}
