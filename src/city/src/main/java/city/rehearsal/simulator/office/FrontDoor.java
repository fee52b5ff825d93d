package city.rehearsal.simulator.office;

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

/**
 * One HTTP port on loopback behind which all departments sit: a plain Tomcat, no jar scanned, no
 * session, no page.
 */
public final class FrontDoor implements Closeable {
  private static final int THREADS = 32;

  private final Tomcat tomcat = new Tomcat();
  private final Protocol protocol = new Protocol();
  private final Connector connector = new Connector(protocol);
  private final StandardContext context;

  /** Whoever knows the address may come in. */
  public FrontDoor(int port, Path workFolder) {
    this(port, workFolder, null);
  }

  /**
   * A door that is opened by certificate only.
   *
   * @param certificates ours, and whose we let in; null where there is nothing to show
   */
  public FrontDoor(int port, Path workFolder, @Nullable SSLHostConfig certificates) {
    tomcat.setSilent(true);
    tomcat.setBaseDir(workFolder.toAbsolutePath().toString());
    protocol.setMaxThreads(THREADS);
    protocol.setMinSpareThreads(2);
    protocol.setMaxKeepAliveRequests(-1);
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    if (certificates != null) {
      connector.setScheme("https");
      connector.setSecure(true);
      protocol.setSSLEnabled(true);
      connector.addSslHostConfig(certificates);
    }
    tomcat.setConnector(connector);
    context = (StandardContext) tomcat.addContext("", null);
    closeWithoutCeremony();
  }

  /** No application is ever redeployed here: nothing to wait for, no leak to hunt. */
  private void closeWithoutCeremony() {
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

  /**
   * What hangs up on the caller of {@code request}: no answer, not even a polite end of the
   * connection.
   */
  static Runnable line(FrontDoor door, HttpServletRequest request) {
    return door.protocol.line(request.getRemotePort());
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

  /** Tomcat's own protocol, with the one thing that it hides: the socket under a request. */
  private static final class Protocol extends Http11NioProtocol {
    Runnable line(int remotePort) {
      for (SocketWrapperBase<NioChannel> line : getEndpoint().getConnections()) {
        if (line.getRemotePort() == remotePort) {
          return () -> cut(line);
        }
      }
      return () -> {};
    }

    private static void cut(SocketWrapperBase<NioChannel> line) {
      try {
        // no lingering: the peer gets RST, as when a firewall or a dying process drops it
        line.getSocket().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        throw new UncheckedIOException("the connection is gone already", e);
      }
      line.close();
      wake(line);
    }

    /**
     * A socket that a selector knows is only closed when the selector next looks, up to a second
     * later.
     */
    private static void wake(SocketWrapperBase<NioChannel> line) {
      if (line instanceof NioEndpoint.NioSocketWrapper nio) {
        nio.getPoller().getSelector().wakeup();
      }
    }
  }
}
