package city.rehearsal.simulator.protocol.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections on a loopback port and serves each on a thread of its own.
 *
 * <p>A connection whose handler returns is closed in order; one whose handler throws is reset, as
 * when a firewall or a dying process drops it.
 */
public final class TcpServer implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(TcpServer.class);
  private static final int BACKLOG = 50;

  private final String name;
  private final ServerSocket serverSocket;
  private final Handler handler;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  /** Serves one connection until its caller has no more to say. */
  public interface Handler {
    void serve(Socket connection) throws IOException, InterruptedException;
  }

  /**
   * @param name of the threads
   * @param serverSocket not bound yet; it decides whether the connections are encrypted
   */
  public TcpServer(String name, ServerSocket serverSocket, Handler handler) {
    this.name = name;
    this.serverSocket = serverSocket;
    this.handler = handler;
  }

  /**
   * Starts to accept connections.
   *
   * @return the address {@code 127.0.0.1:port}
   */
  public String start(int port) throws IOException {
    serverSocket.setReuseAddress(true);
    serverSocket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    startThread(name + "-accept", this::accept);
    return "127.0.0.1:" + serverSocket.getLocalPort();
  }

  static void startThread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!serverSocket.isClosed()) {
      try {
        Socket connection = serverSocket.accept();
        connections.add(connection);
        startThread(name + "-connection", () -> serve(connection));
      } catch (IOException e) {
        LOG.debug("{}: a connection was lost while it was accepted: {}", name, e.toString());
      }
    }
  }

  private void serve(Socket connection) {
    try {
      handler.serve(connection);
      connection.close();
    } catch (IOException e) {
      LOG.debug("{}: a connection broke: {}", name, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
      reset(connection);
    }
  }

  /** Closes a connection with RST; one whose output was ended in order is closed in order. */
  static void reset(Socket connection) {
    try {
      if (!connection.isClosed() && !connection.isOutputShutdown()) {
        connection.setSoLinger(true, 0);
      }
      connection.close();
    } catch (IOException e) {
      LOG.debug("the connection is gone already: {}", e.toString());
    }
  }

  @Override
  public void close() throws IOException {
    serverSocket.close();
    connections.forEach(TcpServer::reset);
  }
}
