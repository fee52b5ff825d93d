package city.tongban.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A line to a server that can be cut and mended: while it is cut, nobody listens at this end. */
public final class Line implements AutoCloseable {
  private final URI far;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket door;

  public Line(URI far) {
    this.far = far;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mend();
  }

  /** The same place at the other end, reached through here. */
  public URI near() {
    String who = far.getUserInfo() == null ? "" : far.getUserInfo() + "@";
    return URI.create(far.getScheme() + "://" + who + "127.0.0.1:" + port + far.getPath());
  }

  public synchronized void mend() {
    if (door != null) {
      return;
    }
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      door = listening;
      start("line-" + port, () -> accept(listening));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized void cut() {
    shut(door);
    door = null;
    open.forEach(Line::shut);
    open.clear();
  }

  @Override
  public void close() {
    cut();
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException e) {
      // cut
    }
  }

  /** Where nobody listens at the other end, nobody does here; the next one is tried again. */
  private void connect(Socket here) {
    try {
      Socket there = new Socket(far.getHost(), far.getPort());
      open.add(here);
      open.add(there);
      start("line-out", () -> carry(here, there));
      start("line-in", () -> carry(there, here));
    } catch (IOException e) {
      shut(here);
    }
  }

  /** Who has said all may still be listening: each direction ends by itself. */
  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
      if (!from.isOutputShutdown()) {
        return;
      }
    } catch (IOException e) {
      // one side has hung up, and so does the other now
    }
    shut(from);
    shut(to);
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void shut(@Nullable AutoCloseable end) {
    try {
      if (end != null) {
        end.close();
      }
    } catch (Exception e) {
      // it is gone either way
    }
  }
}
