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

/**
 * A proxy before a server, which a test disconnects and reconnects. While it is disconnected, its
 * port refuses connections and those that were open are closed.
 */
public final class TcpProxy implements AutoCloseable {
  private final URI server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket listener;

  public TcpProxy(URI server) {
    this.server = server;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reconnect();
  }

  /** The address of the server, reached through this proxy. */
  public URI address() {
    String user = server.getUserInfo() == null ? "" : server.getUserInfo() + "@";
    return URI.create(server.getScheme() + "://" + user + "127.0.0.1:" + port + server.getPath());
  }

  public synchronized void reconnect() {
    if (listener != null) {
      return;
    }
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listener = listening;
      start("proxy-" + port, () -> accept(listening));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized void disconnect() {
    shut(listener);
    listener = null;
    open.forEach(TcpProxy::shut);
    open.clear();
  }

  @Override
  public void close() {
    disconnect();
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException e) {
      // disconnected
    }
  }

  /**
   * A server that refuses the connection is a closed connection here; the next one is tried anew.
   */
  private void connect(Socket here) {
    try {
      Socket there = new Socket(server.getHost(), server.getPort());
      open.add(here);
      open.add(there);
      start("proxy-request", () -> carry(here, there));
      start("proxy-answer", () -> carry(there, here));
    } catch (IOException e) {
      shut(here);
    }
  }

  /** Each direction ends by itself: a client that has sent its request still reads the answer. */
  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
      if (!from.isOutputShutdown()) {
        return;
      }
    } catch (IOException e) {
      // one side has closed the connection; the other side is closed below
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
      // it is closed either way
    }
  }
}
