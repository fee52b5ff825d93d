package city.rehearsal.simulator.protocol.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Stands before a server and copies both directions of each connection through a {@link Filter},
 * which decides where the connection breaks. The server behind never misbehaves.
 */
public final class TcpProxy implements Closeable {
  private final String name;
  private final Server server;
  private final Filters filters;
  private final TcpServer callers;

  /** Connects to the server behind. */
  public interface Server {
    Socket connect() throws IOException;
  }

  /** Makes the filter of a new connection. */
  public interface Filters {
    Filter create(Socket caller);
  }

  /** Copies one connection; an exception resets both sides. */
  public interface Filter {
    void toServer(InputStream from, OutputStream to) throws IOException, InterruptedException;

    void toCaller(InputStream from, OutputStream to) throws IOException, InterruptedException;
  }

  public TcpProxy(String name, ServerSocket serverSocket, Server server, Filters filters) {
    this.name = name;
    this.server = server;
    this.filters = filters;
    this.callers = new TcpServer(name, serverSocket, this::serve);
  }

  /**
   * Starts to accept connections.
   *
   * @return the address {@code 127.0.0.1:port}
   */
  public String start(int port) throws IOException {
    return callers.start(port);
  }

  private void serve(Socket caller) throws IOException, InterruptedException {
    Socket behind = server.connect();
    caller.setTcpNoDelay(true);
    behind.setTcpNoDelay(true);
    Filter filter = filters.create(caller);
    TcpServer.startThread(name + "-to-caller", () -> copyBack(filter, caller, behind));
    try {
      filter.toServer(caller.getInputStream(), behind.getOutputStream());
    } finally {
      reset(caller, behind);
    }
  }

  private static void copyBack(Filter filter, Socket caller, Socket behind) {
    try {
      filter.toCaller(behind.getInputStream(), caller.getOutputStream());
    } catch (IOException e) {
      // one side has hung up, or a fault breaks the connection: both sides are reset
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      reset(caller, behind);
    }
  }

  private static void reset(Socket caller, Socket behind) {
    TcpServer.reset(caller);
    TcpServer.reset(behind);
  }

  @Override
  public void close() throws IOException {
    callers.close();
  }
}
