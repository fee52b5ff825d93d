/**
 * Holds the hub's secrets and proves who is on each end of a connection: TLS, certificates and
 * request signing.
 *
 * <p>Secrets are files below {@code hub.secrets} and are read again for each use. Public faces:
 * {@link city.tongban.security.Credentials} and {@link
 * city.tongban.security.CertificateExpiryCheck}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "connector", "node"})
@NullMarked
package city.tongban.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
