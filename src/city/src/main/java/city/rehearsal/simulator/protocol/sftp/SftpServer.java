package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SSH server that knows one key and offers files and nothing else. */
final class SftpServer implements Closeable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final FileStore files;

  SftpServer(FileStore files, String hostKey, String caller, Faults faults) {
    this.files = files;
    PublicKey callerKey = publicKey(caller);
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(keyPair(hostKey)));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            KeyUtils.compareKeys(callerKey, key)
                && faults.on(FaultKind.WRONG_CREDENTIAL).isEmpty());
    server.setFileSystemFactory(new VirtualFileSystemFactory(files.visible()));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
    sftp.addSftpEventListener(new SftpFaults(faults));
    server.setSubsystemFactories(List.of(sftp));
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            if (faults.on(FaultKind.DOWN).isPresent()) {
              SftpFaults.cut(session);
            }
          }
        });
  }

  URI start() throws IOException {
    server.setPort(files.port().number());
    server.start();
    return URI.create("sftp://tongban@127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private static KeyPair keyPair(String file) {
    byte[] pem = file.substring(0, file.lastIndexOf('\n')).getBytes(StandardCharsets.US_ASCII);
    try {
      return SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("host key"), new ByteArrayInputStream(pem), null)
          .iterator()
          .next();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the host key cannot be read", e);
    }
  }

  private static PublicKey publicKey(String line) {
    try {
      return PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a public key cannot be read", e);
    }
  }
}
