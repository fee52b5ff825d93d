package city.tongban.transport.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.Certificates.Days;
import city.rehearsal.client.SecretFolder;
import city.rehearsal.simulator.department.publicsecurity.Seals;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.connector.Connector;
import city.tongban.transport.TransportBench;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A department that signs, behind a door that demands a certificate; the real transport opposite.
 */
abstract class SigningTestSupport {
  static final String NAME = "public-security";
  static final String XML = "text/xml; charset=UTF-8";
  static final byte[] DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><YWSQ xmlns=\"urn:gat:rkgl:v1\"><XM>䶮𠮷·&amp;&#13;</XM></YWSQ>"
          .getBytes(UTF_8);
  static final String ANSWER =
      "<YWHD xmlns=\"urn:gat:rkgl:v1\"><JGDM>0000</JGDM><JGMS>成功𠮷</JGMS></YWHD>";

  final Clock wall = Clock.systemUTC();
  final List<byte[]> requests = new CopyOnWriteArrayList<>();
  final Set<String> protocols = new ConcurrentSkipListSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TransportBench bench;
  HttpsServer server;

  @TempDir Path folder;

  /** What the department does with a request that came through its door. */
  interface Reaction {
    void to(HttpExchange call) throws Exception;
  }

  @BeforeEach
  void open() throws Exception {
    Certificates.make(new SecretFolder(folder), NAME);
    bench = new TransportBench(folder);
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
    bench.close();
  }

  void answering(int status, byte[] answer) throws Exception {
    serve(theirServer(), "127.0.0.1", call -> TransportBench.answer(call, status, XML, answer));
  }

  void serve(String keyAndCertificate, String host, Reaction reaction) throws Exception {
    if (server != null) {
      server.stop(0);
    }
    SSLContext line = Seals.line(keyAndCertificate, secret(NAME + "-authority"));
    server = HttpsServer.create(new InetSocketAddress(host, 0), 0);
    server.setExecutor(threads);
    server.setHttpsConfigurator(
        new HttpsConfigurator(line) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters demanding = line.getDefaultSSLParameters();
            demanding.setNeedClientAuth(true);
            parameters.setSSLParameters(demanding);
          }
        });
    server.createContext(
        "/rkgl",
        call -> {
          protocols.add(((HttpsExchange) call).getSSLSession().getProtocol());
          requests.add(call.getRequestBody().readAllBytes());
          try {
            reaction.to(call);
          } catch (Exception e) {
            call.close(); // the hub hung up: what some of these tests want
          }
        });
    server.start();
  }

  Exchange call() {
    InetSocketAddress at = server.getAddress();
    return call(at.getHostString(), at.getPort());
  }

  Exchange call(String host, int port) {
    return call(host, port, "15s");
  }

  /** A call that gives up soon, for a server that never answers. */
  Exchange impatientCall() {
    InetSocketAddress at = server.getAddress();
    return call(at.getHostString(), at.getPort(), "2s");
  }

  private Exchange call(String host, int port, String timeout) {
    Connector connector =
        ShippedConnectors.with(
            NAME,
            URI.create("https://%s:%d/rkgl".formatted(host, port)),
            Map.of("timeout: 15s", "timeout: " + timeout, "attempts: 5", "attempts: " + port));
    return bench.call(connector, "sq", DOCUMENT);
  }

  byte[] signed(String document) throws IOException {
    return Seals.signed(signer(), document, wall.instant());
  }

  String signer() throws IOException {
    return secret(NAME + "-signer-key");
  }

  String theirServer() throws IOException {
    return secret(NAME + "-server");
  }

  String issued(String name, Duration from, Duration until) throws IOException {
    return Certificates.issued(secret(NAME + "-authority-key"), name, days(from, until));
  }

  Days days(Duration from, Duration until) {
    return new Days(wall.instant().plus(from), wall.instant().plus(until));
  }

  String secret(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  static Problem problem(Exchange exchange) {
    return ((HubException) exchange.getException()).problem();
  }
}
