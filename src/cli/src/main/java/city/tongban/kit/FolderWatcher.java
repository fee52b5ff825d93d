package city.tongban.kit;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports the back-ends in whose folders a file was saved. */
public final class FolderWatcher implements Closeable {
  /** One save in an editor causes several write events; this pause combines them into one run. */
  private static final long QUIET_MILLIS = 80;

  private final Path root;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();

  /**
   * Starts to watch the folders of a working copy.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   */
  public FolderWatcher(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.service = FileSystems.getDefault().newWatchService();
    for (String side : List.of("connectors", "mappings")) {
      register(this.root.resolve(side));
    }
  }

  /** Waits until a file is saved; returns the back-ends in whose folders it happened. */
  public Set<String> next() throws InterruptedException {
    Set<String> saved = new TreeSet<>();
    while (saved.isEmpty()) {
      note(service.take(), saved);
    }
    for (WatchKey more = soon(); more != null; more = soon()) {
      note(more, saved);
    }
    return saved;
  }

  private @Nullable WatchKey soon() throws InterruptedException {
    return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void note(WatchKey key, Set<String> saved) {
    Path folder = folders.getOrDefault(key, root);
    key.pollEvents().stream()
        .filter(event -> event.context() instanceof Path)
        .map(event -> folder.resolve((Path) event.context()))
        .forEach(
            path -> {
              register(path); // a folder may be new
              Path below = root.relativize(path);
              if (below.getNameCount() > 1) {
                saved.add(below.getName(1).toString());
              }
            });
    key.reset();
  }

  /** Registers each sub-folder: a watch covers one folder only, not those below it. */
  private void register(Path top) {
    if (!Files.isDirectory(top)) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot watch " + top, e);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
