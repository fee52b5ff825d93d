/**
 * Stores the cases and decides which move is legal; no other module moves a case.
 *
 * <p>Knows no back-end, no message and no broker. Public face: {@link city.tongban.cases.Cases},
 * the events beside it, and {@link city.tongban.cases.Router}, which {@code routing} implements.
 */
@ApplicationModule(allowedDependencies = {"canonical", "vault"})
@NullMarked
package city.tongban.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
