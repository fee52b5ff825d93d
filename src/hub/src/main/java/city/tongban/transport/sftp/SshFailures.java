package city.tongban.transport.sftp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import city.tongban.transport.FailureClassifier;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * Classifies failures of an SSH connection; its library reports most of them only in the message.
 */
final class SshFailures {
  /** The server is not the known one. */
  static final String OTHER_HOST = "HUB-4020";

  private SshFailures() {}

  static HubException classify(Throwable thrown) {
    return FailureClassifier.classify(thrown, SshFailures::of);
  }

  static Optional<HubException> of(List<Throwable> chain) {
    for (Throwable e : chain) {
      if (e instanceof JSchHostKeyException) {
        return Optional.of(
            Outage.of(OTHER_HOST, "the server shows a host key that we do not know")
                .because("it is not the one in the known-hosts file; nothing was sent")
                .fix(
                    "ask the back-end, by telephone, for its key; put it there only if it is"
                        + " theirs")
                .causedBy(e));
      }
      if (e instanceof JSchException && said(e).startsWith("Auth ")) {
        return Optional.of(
            CallFailures.credentialRefused("the back-end refused our credential")
                .because("its SSH server does not take our key")
                .fix("renew the secret below hub.secrets, then resend")
                .causedBy(e));
      }
    }
    return chain.stream()
        .filter(SshFailures::ofTheLine)
        .findFirst()
        .map(
            e ->
                CallFailures.inDoubt("the back-end did not take the file to its end")
                    .because(e.getClass().getSimpleName() + " on the SSH line")
                    .fix("the same file is sent again; they know it by its name")
                    .causedBy(e));
  }

  private static boolean ofTheLine(Throwable e) {
    return e instanceof JSchException
        || e instanceof SftpException
        || e instanceof GenericFileOperationFailedException;
  }

  private static String said(Throwable e) {
    return Objects.toString(e.getMessage(), "");
  }
}
