package city.tongban.kit;

import city.tongban.bundle.WorkingCopy;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.security.CertificateExpiryCheck;
import city.tongban.security.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the folders of a working copy, one finding for each problem, and how much was
 * checked.
 *
 * @param examples that were run
 */
public record FolderReport(List<Finding> findings, int connectors, int examples) {

  public FolderReport {
    findings = List.copyOf(findings);
  }

  /**
   * Checks files, names, stylesheets, schemas, code lists, examples, and items that two back-ends
   * claim.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   * @param names of back-ends; none means all
   */
  public static FolderReport of(Path root, List<String> names) {
    return of(root, names, null);
  }

  /**
   * Checks the same, and also which certificates expire within a week.
   *
   * @param secrets the secrets of a deployment; null checks no certificates
   */
  public static FolderReport of(Path root, List<String> names, @Nullable SecretsFolder secrets) {
    WorkingCopy copy = new WorkingCopy(root);
    List<String> backEnds = names.isEmpty() ? List.copyOf(copy.backEnds()) : names;
    Collected found = new Collected();
    Map<String, String> owners = new HashMap<>();
    for (String backEnd : backEnds) {
      connector(copy, backEnd, found)
          .ifPresent(
              c -> {
                rivals(c, owners, found);
                if (secrets != null) {
                  certificates(c, secrets, found);
                }
              });
    }
    return new FolderReport(found.findings, backEnds.size(), found.examples);
  }

  private static Optional<Connector> connector(WorkingCopy copy, String backEnd, Collected found) {
    String folder = "connectors/" + backEnd;
    List<Finding> violations =
        copy.violations(backEnd).stream()
            .map(violation -> Finding.of(folder + "/connector.yaml", violation))
            .toList();
    if (!violations.isEmpty()) {
      found.findings.addAll(violations);
      return Optional.empty();
    }
    try {
      Connector connector = copy.connector(backEnd);
      MappingDryRun trial = new MappingDryRun(connector);
      trial.compile();
      trial.gaps().forEach(gap -> found.findings.add(gap(backEnd, gap)));
      examples(connector, trial, found);
      return Optional.of(connector);
    } catch (HubException e) {
      found.findings.add(Finding.of(folder, e));
      return Optional.empty();
    }
  }

  private static void certificates(Connector connector, SecretsFolder secrets, Collected found) {
    new CertificateExpiryCheck(new Credentials(secrets.folder()), secrets.wall())
        .endingSoon(connector)
        .forEach(
            ending ->
                found.findings.add(
                    new Finding(
                        secrets.folder().resolve(ending.secret()).toString(),
                        "HUB-4074 the certificate ends at " + ending.notAfter(),
                        "ask its issuer for the next one and put it in its place; it works at the"
                            + " next call")));
  }

  /**
   * A finding for a gap in a code list: the hub accepts the list and refuses values that fall into
   * the gap.
   */
  private static Finding gap(String backEnd, String sentence) {
    return new Finding(
        "mappings/" + backEnd,
        sentence,
        "correct a day, or add the word of the days between; cases of these days are refused");
  }

  private static void rivals(Connector connector, Map<String, String> owners, Collected found) {
    for (Service service : connector.services()) {
      String before = owners.putIfAbsent(service.item(), connector.backEnd());
      if (before != null) {
        found.findings.add(
            new Finding(
                "connectors/" + connector.backEnd() + "/connector.yaml",
                "item %s is offered by %s too".formatted(service.item(), before),
                "leave it with the one that items.csv names"));
      }
    }
  }

  private static void examples(Connector connector, MappingDryRun trial, Collected found) {
    Samples samples = new Samples(connector);
    ExampleRun run = new ExampleRun(connector, trial);
    List<String> tested = samples.mappings();
    for (String mapping : tested) {
      String file = "mappings/%s/%s.test.yaml".formatted(connector.backEnd(), mapping);
      try {
        for (Example example : samples.of(mapping)) {
          found.examples++;
          run.of(mapping, example)
              .ifPresent(
                  why ->
                      found.findings.add(
                          new Finding(
                              file + ", '" + example.name() + "'",
                              why,
                              "mend the sheet, or the example if it is the contract that"
                                  + " changed")));
        }
      } catch (IllegalArgumentException e) {
        found.findings.add(
            new Finding(file, String.valueOf(e.getMessage()), "compare with another test.yaml"));
      }
    }
    connector.services().stream()
        .map(Service::mapping)
        .distinct()
        .filter(mapping -> !tested.contains(mapping) && !shared(connector, mapping, tested))
        .forEach(
            mapping ->
                found.findings.add(
                    new Finding(
                        "connectors/" + connector.backEnd() + "/connector.yaml",
                        "mapping %s has no example".formatted(mapping),
                        "write mappings/%s/%s.test.yaml".formatted(connector.backEnd(), mapping))));
  }

  private static boolean shared(Connector connector, String mapping, List<String> tested) {
    return connector.bundle().file("mappings/" + mapping + ".request.xsl").isEmpty()
        && !tested.isEmpty();
  }

  /** The folder of the secrets, and the clock for expiry dates. */
  public record SecretsFolder(Path folder, Clock wall) {}

  private static final class Collected {
    private final List<Finding> findings = new ArrayList<>();
    private int examples;
  }
}
