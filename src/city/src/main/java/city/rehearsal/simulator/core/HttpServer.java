package city.rehearsal.simulator.core;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** An HTTP server on loopback: a plain Tomcat that scans no jars and has no sessions. */
public final class HttpServer implements Closeable {
  private static final int THREADS = 32;

  private final Tomcat tomcat = new Tomcat();
  private final Protocol protocol = new Protocol();
  private final Connector connector = new Connector(protocol);
  private final StandardContext context;

  /** A server without TLS. */
  public HttpServer(int port, Path workFolder) {
    this(port, workFolder, null);
  }

  /**
   * A server with TLS.
   *
   * @param tls the server's certificate and the trusted clients; null for plain HTTP
   */
  public HttpServer(int port, Path workFolder, @Nullable SSLHostConfig tls) {
    tomcat.setSilent(true);
    tomcat.setBaseDir(workFolder.toAbsolutePath().toString());
    protocol.setMaxThreads(THREADS);
    protocol.setMinSpareThreads(2);
    protocol.setMaxKeepAliveRequests(-1);
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    if (tls != null) {
      connector.setScheme("https");
      connector.setSecure(true);
      protocol.setSSLEnabled(true);
      connector.addSslHostConfig(tls);
    }
    tomcat.setConnector(connector);
    context = (StandardContext) tomcat.addContext("", null);
    closeFast();
  }

  /** Nothing is ever redeployed here, so Tomcat need not wait or look for leaks when it stops. */
  private void closeFast() {
    context.setUnloadDelay(0);
    context.setClearReferencesObjectStreamClassCaches(false);
    context.setClearReferencesRmiTargets(false);
    context.setClearReferencesThreadLocals(false);
  }

  public void serve(String path, Servlet servlet) {
    Wrapper wrapper = Tomcat.addServlet(context, path, servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded(path, path);
  }

  public void open() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException("the simulators cannot open their port", e);
    }
    if (port() < 0) {
      throw new IllegalStateException(
          "port " + connector.getPort() + " is taken by another program");
    }
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** Resets the connection of {@code request} when run: no answer, and no TLS or TCP goodbye. */
  public Runnable reset(HttpServletRequest request) {
    return protocol.reset(request.getRemotePort());
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException("the simulators' port does not close", e);
    }
  }

  /** Tomcat's protocol handler, opened up to reach the socket below a request. */
  private static final class Protocol extends Http11NioProtocol {
    Runnable reset(int remotePort) {
      for (SocketWrapperBase<NioChannel> socket : getEndpoint().getConnections()) {
        if (socket.getRemotePort() == remotePort) {
          return () -> reset(socket);
        }
      }
      return () -> {};
    }

    private static void reset(SocketWrapperBase<NioChannel> socket) {
      try {
        // no lingering: the peer gets RST, as when a firewall or a dying process drops it
        socket.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        throw new UncheckedIOException("the connection is gone already", e);
      }
      socket.close();
      wake(socket);
    }

    /**
     * A socket that a selector knows is only closed when the selector next looks, up to a second
     * later.
     */
    private static void wake(SocketWrapperBase<NioChannel> socket) {
      if (socket instanceof NioEndpoint.NioSocketWrapper nio) {
        nio.getPoller().getSelector().wakeup();
      }
    }
  }
}
