package city.tongban.probe;

import city.tongban.security.TlsFailures;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckResult;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Describes a certificate that a server showed. */
final class CertificateDescription {
  private CertificateDescription() {}

  static CheckResult shown(X509Certificate certificate) {
    return CheckResult.of(
        "certificate",
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  static CheckFailureCause cause(CertificateException objection) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(objection);
    if (chain.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
      return CheckFailureCause.TRUST_EXPIRED;
    }
    if (chain.stream().anyMatch(CertificateNotYetValidException.class::isInstance)) {
      return CheckFailureCause.TRUST_NOT_YET;
    }
    return TlsFailures.otherName(chain)
        ? CheckFailureCause.TRUST_OTHER_NAME
        : CheckFailureCause.TRUST_UNKNOWN;
  }
}
