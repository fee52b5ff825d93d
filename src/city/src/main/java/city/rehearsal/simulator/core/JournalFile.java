package city.rehearsal.simulator.core;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of lines, which the caller syncs to the disk before it answers.
 *
 * <p>A {@code RandomAccessFile} and not a channel: a channel closes itself when the thread that
 * writes is interrupted.
 */
public final class JournalFile implements Closeable {
  private final RandomAccessFile file;
  private final Object syncLock = new Object();
  private long written;
  private long synced;

  private JournalFile(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens {@code path}, replays its lines, and cuts off an incomplete last line after a crash. */
  public static JournalFile open(Path path, Consumer<String> replay) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    lock(file, path);
    file.setLength(endOfLastLine(file));
    try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
      lines.forEach(replay);
    }
    file.seek(file.length());
    return new JournalFile(file);
  }

  private static void lock(RandomAccessFile file, Path path) throws IOException {
    @Nullable FileLock lock = file.getChannel().tryLock();
    if (lock == null) {
      file.close();
      throw new IllegalStateException(
          "another simulator process uses the application store " + path);
    }
  }

  private static long endOfLastLine(RandomAccessFile file) throws IOException {
    for (long at = file.length() - 1; at >= 0; at--) {
      file.seek(at);
      if (file.read() == '\n') {
        return at + 1;
      }
    }
    return 0;
  }

  /** Adds a line; it survives a power failure once {@link #sync()} has returned. */
  public synchronized void write(String line) {
    try {
      long before = file.getFilePointer();
      try {
        file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // a full disk leaves half a line, to which the next line would be appended
        file.setLength(before);
        throw e;
      }
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  /** Syncs to the disk; a caller that waited for another thread's sync needs none of its own. */
  public void sync() {
    synchronized (syncLock) {
      long upTo = written();
      if (synced < upTo) {
        try {
          file.getFD().sync();
        } catch (IOException e) {
          throw new UncheckedIOException("the journal cannot be synced to the disk", e);
        }
        synced = upTo;
      }
    }
  }

  private synchronized long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    sync();
    file.close();
  }
}
