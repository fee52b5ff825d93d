package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/**
 * Breaks or slows a connection at the worst moment: in the middle of a file, between the file and
 * its flag file, or after the flag file and before the caller has the answer.
 */
final class SftpFaults implements SftpEventListener {
  private static final long SILENCE_MILLIS = TimeUnit.MINUTES.toMillis(2);
  private final Faults faults;

  SftpFaults(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void writing(
      ServerSession session,
      String remoteHandle,
      FileHandle localHandle,
      long offset,
      byte[] data,
      int dataOffset,
      int dataLen)
      throws IOException {
    if (faults.on(FaultKind.RESET).isPresent()) {
      cut(session);
      throw new IOException("fault: break in the middle of the file");
    }
    faults.on(FaultKind.SLOW).ifPresent(fault -> sleep(fault.millis()));
    if (faults.on(FaultKind.SILENT).isPresent()) {
      sleepWhileOpen(session);
    }
  }

  @Override
  public void opening(ServerSession session, String remoteHandle, Handle localHandle)
      throws IOException {
    if (isFlag(localHandle) && faults.on(FaultKind.BUSY).isPresent()) {
      cut(session);
      throw new IOException("fault: break before the flag file is there");
    }
  }

  @Override
  public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown)
      throws IOException {
    if (isFlag(handle) && faults.on(FaultKind.LOST_ANSWER).isPresent()) {
      cut(session);
      throw new IOException("fault: break before the caller has the answer");
    }
  }

  private static boolean isFlag(Handle handle) {
    return String.valueOf(handle.getFile().getFileName()).endsWith(".ok");
  }

  static void cut(Session session) {
    session.close(true);
  }

  private static void sleepWhileOpen(ServerSession session) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS);
    while (session.isOpen() && System.nanoTime() < end) {
      sleep(100);
    }
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
