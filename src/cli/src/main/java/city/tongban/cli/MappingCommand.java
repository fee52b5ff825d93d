package city.tongban.cli;

import city.tongban.kit.Coverage;
import city.tongban.kit.Finding;
import city.tongban.kit.FolderWatcher;
import city.tongban.kit.MappingRun;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the examples of mappings and reports what no example covers. */
@Command(
    name = "mapping",
    description = "Runs the examples of mappings. No hub has to run.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(test)")
final class MappingCommand {
  private static final int SHOWN_MAX = 12;

  @Mixin FolderOption folder = new FolderOption();

  @Command(
      description = {
        "Runs every example and lists the fields, codes and stylesheets that none covers.",
        "Exit code 1 when an example has another result than written."
      },
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "such as housing (default: all)")
          @Nullable List<String> names,
      @Option(names = "--watch", description = "run again after each saved change, until Ctrl-C")
          boolean watch,
      @Option(names = "--strict", description = "exit code 1 also when something is not covered")
          boolean strict)
      throws IOException, InterruptedException {
    List<String> wanted = names == null ? MappingRun.backEnds(folder.path) : names;
    if (watch) {
      return watched(wanted, names == null, strict);
    }
    return run(wanted, strict) ? 0 : 1;
  }

  private int watched(List<String> wanted, boolean all, boolean strict)
      throws IOException, InterruptedException {
    try (FolderWatcher watch = new FolderWatcher(folder.path)) {
      run(wanted, strict);
      while (true) {
        System.out.println("-- waiting for changes; Ctrl-C ends");
        Set<String> saved = watch.next();
        List<String> again = saved.stream().filter(n -> all || wanted.contains(n)).toList();
        if (!again.isEmpty()) {
          run(again, strict);
        }
      }
    }
  }

  private boolean run(List<String> names, boolean strict) {
    long began = System.nanoTime();
    int examples = 0;
    int failed = 0;
    Coverage coverage = Coverage.NONE;
    for (String name : names) {
      MappingRun run = MappingRun.of(folder.path, name);
      failed += print(run);
      examples += run.examples().size();
      coverage = coverage.and(run.coverage());
    }
    System.out.printf(
        "%d examples, %d failed; %d of %d fields and %d of %d codes covered, %d stylesheets"
            + " without example; %.1f s%n",
        examples,
        failed,
        coverage.fieldsKnown() - coverage.fields().size(),
        coverage.fieldsKnown(),
        coverage.codesKnown() - coverage.codes().size(),
        coverage.codesKnown(),
        coverage.sheets().size(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1000.0);
    return failed == 0 && (!strict || coverage.isWhole());
  }

  /** The number of failed examples. */
  private static int print(MappingRun run) {
    Finding broken = run.broken();
    if (broken != null) {
      System.out.printf(
          "FAIL %s: %s%n       fix: %s%n", broken.where(), broken.what(), broken.fix());
      return 1;
    }
    int failed = 0;
    for (MappingRun.Ended example : run.examples()) {
      boolean well = example.why() == null;
      failed += well ? 0 : 1;
      System.out.printf(
          "%s %s/%s: %s%n",
          well ? "ok  " : "FAIL", run.backEnd(), example.mapping(), example.name());
      if (!well) {
        System.out.println("       " + example.why());
      }
    }
    list(run.backEnd(), "no example sets", run.coverage().fields());
    list(run.backEnd(), "no example uses", run.coverage().codes());
    list(run.backEnd(), "no example runs", run.coverage().sheets());
    return failed;
  }

  private static void list(String backEnd, String what, List<String> all) {
    all.stream()
        .limit(SHOWN_MAX)
        .forEach(one -> System.out.printf("     %s: %s %s%n", backEnd, what, one));
    if (all.size() > SHOWN_MAX) {
      System.out.printf("     %s: %s %d more%n", backEnd, what, all.size() - SHOWN_MAX);
    }
  }
}
