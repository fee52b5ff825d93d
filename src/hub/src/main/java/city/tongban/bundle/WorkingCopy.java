package city.tongban.bundle;

import city.tongban.canonical.Fault;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.Transports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The folders of a working copy, read and checked as the hub would import them; for tools. */
public final class WorkingCopy {
  /** A fixed clock: no call is made here, so no time is needed. */
  private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Map<String, Bundle> bundles;
  private final ConnectorReader reader = new ConnectorReader(Map.of());
  private final ConnectorSchema schema = new ConnectorSchema();
  private final FolderCheck check;

  /**
   * Creates a reader for a working copy.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public WorkingCopy(Path root) {
    bundles = new BundleFolders(root.toAbsolutePath().normalize().toUri().toString()).bundles();
    check = new FolderCheck(Transports.offline(new Credentials(root), NO_TIME));
  }

  public SortedSet<String> backEnds() {
    return new TreeSet<>(bundles.keySet());
  }

  /**
   * All violations in a back-end's {@code connector.yaml} that its schema finds, with their lines.
   */
  public List<SchemaViolation> violations(String backEnd) {
    Bundle bundle = bundles.get(backEnd);
    return bundle == null
        ? List.of()
        : bundle
            .file(ConnectorReader.FILE)
            .map(yaml -> schema.violations(new String(yaml, StandardCharsets.UTF_8)))
            .orElse(List.of());
  }

  /**
   * Reads one connector.
   *
   * @throws city.tongban.canonical.HubException with file, line and fix, when it is not usable
   */
  public Connector connector(String backEnd) {
    Connector connector = reader.read(backEnd, bundle(backEnd));
    check.check(connector);
    return connector;
  }

  /** The files of a back-end as they are, valid or not. */
  public Bundle bundle(String backEnd) {
    Bundle bundle = bundles.get(backEnd);
    if (bundle == null) {
      throw Fault.of("HUB-8001", "there is no connector for back-end '%s'", backEnd)
          .because("folders are there for " + backEnds())
          .fix("add connectors/%s, or correct the name".formatted(backEnd));
    }
    return bundle;
  }
}
