package city.tongban.transport.mllp;

import city.tongban.transport.SocketDeadline;
import city.tongban.transport.SocketLimits;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of a caller, from the handshake to the last message. The handshake, each message
 * and each answer have a time limit of their own.
 */
final class MllpSession implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MllpSession.class);

  private final Socket caller;
  private final MllpServer server;
  private boolean ending;
  private boolean processing;

  MllpSession(Socket caller, MllpServer server) {
    this.caller = caller;
    this.server = server;
  }

  @Override
  public void run() {
    try {
      serve();
    } catch (Exception e) {
      server.failed(e);
    } finally {
      hangUp();
      server.ended(this);
    }
  }

  private void serve() throws Exception {
    MllpConsumer consumer = server.consumer();
    SocketLimits limits = consumer.limits();
    SSLSocket socket =
        SocketDeadline.within(caller, limits.connect(), () -> consumer.handshake(caller));
    MllpFrames frames = new MllpFrames(socket.getInputStream(), limits.bytesMax());
    Optional<byte[]> message = next(frames, limits);
    while (message.isPresent() && beginMessage()) {
      Optional<byte[]> answer = server.consumer().answer(message.get());
      if (answer.isEmpty()) {
        return; // the message names no sender, so an answer cannot be addressed
      }
      SocketDeadline.within(caller, limits.message(), () -> send(socket, answer.get()));
      endMessage();
      message = next(frames, limits);
    }
  }

  private Optional<byte[]> next(MllpFrames frames, SocketLimits limits) throws IOException {
    try {
      return SocketDeadline.within(caller, limits.message(), frames::next);
    } catch (IOException e) {
      if (frames.brokeBetweenTwo()) {
        return Optional.empty(); // no message was begun, so nothing is lost
      }
      throw e;
    }
  }

  private static SSLSocket send(SSLSocket socket, byte[] answer) throws IOException {
    socket.getOutputStream().write(MllpFrames.of(answer));
    socket.getOutputStream().flush();
    return socket;
  }

  private synchronized boolean beginMessage() {
    processing = !ending;
    return processing;
  }

  private synchronized void endMessage() {
    processing = false;
    if (ending) {
      hangUp();
    }
  }

  /** Closes the connection, after the message that is being processed if there is one. */
  synchronized void end() {
    ending = true;
    if (!processing) {
      hangUp();
    }
  }

  void hangUp() {
    try {
      caller.close();
    } catch (IOException e) {
      LOG.debug("the connection was closed already", e);
    }
  }
}
