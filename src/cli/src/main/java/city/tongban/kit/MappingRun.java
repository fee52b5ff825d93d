package city.tongban.kit;

import city.tongban.bundle.WorkingCopy;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.mapping.Mappings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of all examples of one back-end, and what none of them covers.
 *
 * @param broken why no example could be run at all; null when they were run
 */
public record MappingRun(
    String backEnd, List<Ended> examples, Coverage coverage, @Nullable Finding broken) {

  /**
   * How one example ended.
   *
   * @param why the difference; null when the outcome is as expected
   */
  public record Ended(String mapping, String name, @Nullable String why) {}

  public MappingRun {
    examples = List.copyOf(examples);
  }

  public boolean isGreen() {
    return broken == null && examples.stream().allMatch(e -> e.why() == null);
  }

  /** The names of all back-ends of a working copy. */
  public static List<String> backEnds(Path root) {
    return List.copyOf(new WorkingCopy(root).backEnds());
  }

  /**
   * Runs the examples of one back-end.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public static MappingRun of(Path root, String backEnd) {
    try {
      Connector connector = new WorkingCopy(root).connector(backEnd);
      CoveredParts shown = new CoveredParts(connector);
      MappingDryRun trial = new MappingDryRun(connector, Mappings.forTools(shown::code));
      trial.compile();
      List<Ended> ended = examples(connector, trial, shown);
      return new MappingRun(backEnd, ended, shown.coverage(), null);
    } catch (HubException e) {
      return broken(backEnd, Finding.of("connectors/" + backEnd, e));
    }
  }

  private static MappingRun broken(String backEnd, Finding why) {
    return new MappingRun(backEnd, List.of(), Coverage.NONE, why);
  }

  private static List<Ended> examples(
      Connector connector, MappingDryRun trial, CoveredParts shown) {
    Samples samples = new Samples(connector);
    ExampleRun run = new ExampleRun(connector, trial);
    List<Ended> ended = new ArrayList<>();
    for (String mapping : samples.mappings()) {
      try {
        for (Example example : samples.of(mapping)) {
          Optional<String> why = run.of(mapping, example);
          ended.add(new Ended(mapping, example.name(), why.orElse(null)));
          shown.example(mapping, example, trial, samples);
        }
      } catch (IllegalArgumentException e) {
        ended.add(new Ended(mapping, mapping + ".test.yaml", String.valueOf(e.getMessage())));
      }
    }
    return ended;
  }
}
