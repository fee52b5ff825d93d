package city.tongban.probe;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Records the certificate that a server showed, whether or not it is then trusted. */
final class RecordingTrustManager extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager judge;
  private @Nullable X509Certificate shown;
  private @Nullable CertificateException objection;

  RecordingTrustManager(X509ExtendedTrustManager judge) {
    this.judge = judge;
  }

  @Nullable X509Certificate shown() {
    return shown;
  }

  @Nullable CertificateException objection() {
    return objection;
  }

  private interface Judgement {
    void pass() throws CertificateException;
  }

  private void judged(X509Certificate[] chain, Judgement judgement) throws CertificateException {
    shown = chain[0];
    try {
      judgement.pass();
    } catch (CertificateException e) {
      objection = e;
      throw e;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judged(chain, () -> judge.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judged(chain, () -> judge.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judged(chain, () -> judge.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
