package city.rehearsal.simulator.protocol.mllp;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.protocol.tcp.TcpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/**
 * Takes messages over TLS from callers who show a certificate, and answers each with an
 * acknowledgement, well or as a fault says.
 */
public final class MllpServer implements Closeable {
  private static final int REFUSAL_READ_MILLIS = 2_000;
  private static final int IDLE_MILLIS_MAX = 60_000;
  private static final long SILENCE_MINUTES = 10;
  private static final List<FaultKind> BEFORE = List.of(FaultKind.RESET, FaultKind.BUSY);
  private static final List<FaultKind> AFTER =
      List.of(
          FaultKind.LOST_ANSWER,
          FaultKind.SILENT,
          FaultKind.SLOW,
          FaultKind.GARBLED,
          FaultKind.MISENCODED,
          FaultKind.OVERSIZED,
          FaultKind.DOCTYPE,
          FaultKind.OTHER_MESSAGE,
          FaultKind.UNFINISHED,
          FaultKind.TWO_ANSWERS,
          FaultKind.UNKNOWN_CHARSET,
          FaultKind.HALF_ANSWER);

  private final Faults faults;
  private final Tls tls;
  private final Responder responder;
  private final TcpServer server;

  /**
   * The server's TLS.
   *
   * @param trusting knows the callers' authority
   * @param refusing knows no caller: the fault WRONG_CREDENTIAL
   */
  public record Tls(SSLContext trusting, SSLContext refusing) {}

  /** The answer to a message. */
  public interface Acknowledgement {
    byte[] bytes();

    /** The bytes with their frame, changed by a fault. */
    byte[] changed(FaultKind fault);
  }

  /** Answers messages in the department's own words. */
  public interface Responder {
    /** Takes a message, or refuses it. */
    Acknowledgement acknowledge(byte[] message);

    /** Refuses a message because the department is too busy. */
    Acknowledgement refuseBusy(byte[] message);
  }

  public MllpServer(String name, Faults faults, Tls tls, Responder responder) throws IOException {
    this.faults = faults;
    this.tls = tls;
    this.responder = responder;
    this.server = new TcpServer(name, new ServerSocket(), this::serve);
  }

  public URI start(int port) throws IOException {
    return URI.create("mllps://" + server.start(port));
  }

  private void serve(Socket caller) throws IOException, InterruptedException {
    if (faults.on(FaultKind.DOWN).isPresent()) {
      throw new IOException("fault: the server is down");
    }
    caller.setSoTimeout(IDLE_MILLIS_MAX);
    boolean refuses = faults.on(FaultKind.WRONG_CREDENTIAL).isPresent();
    SSLContext context = refuses ? tls.refusing() : tls.trusting();
    // closing the TLS socket leaves the one below open, so that a refused caller reads the reason
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(caller, null, false);
    socket.setNeedClientAuth(true);
    handshake(socket, caller);
    MllpFrames frames = new MllpFrames(socket.getInputStream(), socket.getOutputStream());
    for (byte[] message = frames.read(); message != null; message = frames.read()) {
      answer(frames, message);
    }
    socket.close();
  }

  /** A caller who is refused reads the TLS alert; a reset at once would discard it. */
  private static void handshake(SSLSocket socket, Socket caller) throws IOException {
    try {
      socket.startHandshake();
    } catch (SSLException e) {
      caller.setSoTimeout(REFUSAL_READ_MILLIS);
      caller.shutdownOutput();
      caller.getInputStream().readAllBytes();
      throw e;
    }
  }

  private void answer(MllpFrames frames, byte[] message) throws IOException, InterruptedException {
    Optional<Injection> before = faults.onAny(BEFORE);
    if (before.isEmpty()) {
      acknowledge(frames, responder.acknowledge(message));
    } else if (before.get().kind() == FaultKind.BUSY) {
      frames.write(responder.refuseBusy(message).bytes());
    } else {
      throw new IOException("fault: break before the message is taken");
    }
  }

  private void acknowledge(MllpFrames frames, Acknowledgement acknowledgement)
      throws IOException, InterruptedException {
    Optional<Injection> after = faults.onAny(AFTER);
    if (after.isEmpty()) {
      frames.write(acknowledgement.bytes());
      return;
    }
    FaultKind fault = after.get().kind();
    switch (fault) {
      case LOST_ANSWER -> throw new IOException("fault: break after the message is taken");
      case SILENT -> TimeUnit.MINUTES.sleep(SILENCE_MINUTES);
      case SLOW -> {
        TimeUnit.MILLISECONDS.sleep(after.get().millis());
        frames.write(acknowledgement.bytes());
      }
      default -> {
        frames.writeRaw(acknowledgement.changed(fault));
        if (fault == FaultKind.HALF_ANSWER) {
          throw new IOException("fault: break in the middle of an acknowledgement");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
