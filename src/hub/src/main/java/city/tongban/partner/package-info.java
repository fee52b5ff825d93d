/**
 * Knows who may speak to the hub and decides what each may read and do, in one place.
 *
 * <p>Stands at every HTTP door before anything of the hub is touched: token, role, size and form of
 * the body. Knows no case: a door tells it whose the case is. Public face: {@link
 * city.tongban.partner.Partners}, {@link city.tongban.partner.AccessPolicy} and {@link
 * city.tongban.partner.ProblemDocument}, the shape of every no.
 */
@ApplicationModule(allowedDependencies = {"canonical", "node"})
@NullMarked
package city.tongban.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
