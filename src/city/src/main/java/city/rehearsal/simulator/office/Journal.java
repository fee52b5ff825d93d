package city.rehearsal.simulator.office;

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
 * Lines that are only ever added to, and forced to the disk before anybody is told of them.
 *
 * <p>A plain file and not a channel: a channel closes itself when the thread that writes is
 * interrupted.
 */
public final class Journal implements Closeable {
  private final RandomAccessFile file;
  private final Object forcing = new Object();
  private long written;
  private long forced;

  private Journal(RandomAccessFile file) {
    this.file = file;
  }

  /** Opens {@code path}, hands its lines on, and cuts off half a last line that a kill has left. */
  public static Journal open(Path path, Consumer<String> replay) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    lock(file, path);
    file.setLength(endOfLastLine(file));
    try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
      lines.forEach(replay);
    }
    file.seek(file.length());
    return new Journal(file);
  }

  private static void lock(RandomAccessFile file, Path path) throws IOException {
    @Nullable FileLock lock = file.getChannel().tryLock();
    if (lock == null) {
      file.close();
      throw new IllegalStateException("another simulator process has the books open: " + path);
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

  /** Adds a line; it is safe once {@link #settle()} has returned. */
  public synchronized void write(String line) {
    try {
      long before = file.getFilePointer();
      try {
        file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        file.setLength(
            before); // a full disk leaves half a line, and the next one would be glued to it
        throw e;
      }
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException("the book cannot be written", e);
    }
  }

  /**
   * Forces what has been written; whoever comes while another forces finds the work done for both.
   */
  public void settle() {
    synchronized (forcing) {
      long upTo = written();
      if (forced < upTo) {
        try {
          file.getFD().sync();
        } catch (IOException e) {
          throw new UncheckedIOException("the book cannot be forced to the disk", e);
        }
        forced = upTo;
      }
    }
  }

  private synchronized long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    settle();
    file.close();
  }
}
