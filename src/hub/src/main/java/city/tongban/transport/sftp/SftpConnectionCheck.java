package city.tongban.transport.sftp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Ids;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.CheckFailedException;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.DefaultPorts;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Logs in as a call does, lists both folders, and creates and removes an empty file in the upload
 * folder, under a name that the department ignores.
 */
final class SftpConnectionCheck implements ConnectionCheck {
  private static final int KEYS_TRIED = 1;

  private final Connector connector;
  private final Credentials credentials;
  private final int limit;
  private @Nullable Session session;
  private @Nullable JSchException refused;

  SftpConnectionCheck(Connector connector, Credentials credentials, Duration limit) {
    this.connector = connector;
    this.credentials = credentials;
    this.limit = Math.toIntExact(limit.toMillis());
  }

  /**
   * Reports the host key check; a refused key of ours belongs to a check of its own, as SSH does
   * both at once.
   */
  @Override
  public CheckResult trust() throws Exception {
    String name = connector.credential();
    credentials.secret(name);
    credentials.secret(name + SftpCall.KNOWN_HOSTS);
    JSch ssh = new JSch();
    ssh.setKnownHosts(credentials.file(name + SftpCall.KNOWN_HOSTS).toString());
    ssh.addIdentity(credentials.file(name).toString());
    URI address = connector.address();
    Session opened =
        ssh.getSession(address.getUserInfo(), address.getHost(), DefaultPorts.port(address));
    session = opened;
    opened.setConfig("StrictHostKeyChecking", "yes");
    opened.setConfig("PreferredAuthentications", "publickey");
    opened.setConfig("MaxAuthTries", String.valueOf(KEYS_TRIED));
    opened.setTimeout(limit);
    try {
      opened.connect(limit);
    } catch (JSchException e) {
      if (!ours(e)) {
        throw e;
      }
      refused = e;
    }
    return CheckResult.of("host-key", opened.getHostKey().getFingerPrint(ssh));
  }

  @Override
  public CheckResult credential() throws Exception {
    if (refused != null) {
      throw refused;
    }
    return CheckResult.of("logged-in");
  }

  @Override
  public CheckResult rights() throws Exception {
    ChannelSftp files = (ChannelSftp) Objects.requireNonNull(session, "open").openChannel("sftp");
    files.connect(limit);
    try {
      String base = files.pwd().replaceFirst("/$", "") + connector.address().getPath();
      files.ls(base + "/in");
      files.ls(base + "/out");
      // the prefix of every upload in progress: the department ignores it
      String file = base + "/in/.part-probe-" + Ids.next();
      files.put(new ByteArrayInputStream(new byte[0]), file);
      files.rm(file);
      return CheckResult.of("folders");
    } catch (SftpException e) {
      throw new CheckFailedException(CheckKind.RIGHTS, cause(e), CheckResult.of("ssh-said", e.id));
    } finally {
      files.disconnect();
    }
  }

  private static CheckFailureCause cause(SftpException e) {
    return switch (e.id) {
      case ChannelSftp.SSH_FX_PERMISSION_DENIED -> CheckFailureCause.RIGHTS_REFUSED;
      case ChannelSftp.SSH_FX_NO_SUCH_FILE -> CheckFailureCause.NO_FOLDER;
      default -> CheckFailureCause.OTHER;
    };
  }

  /** Whether the server refused our key. */
  private static boolean ours(JSchException e) {
    return SshFailures.classify(e).problem().code().equals(CallFailures.CREDENTIAL)
        && ExceptionUtils.getRootCause(e) != null;
  }

  @Override
  public HubException meaning(Throwable thrown) {
    return SshFailures.classify(thrown);
  }

  @Override
  public void close() {
    if (session != null) {
      session.disconnect();
    }
  }
}
