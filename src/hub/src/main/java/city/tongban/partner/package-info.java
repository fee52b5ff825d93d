/**
 * Knows the partners and decides what each may read and do.
 *
 * <p>Its filter runs before every HTTP endpoint: token, permission, size and form of the body.
 * Knows no case: the caller says whose the case is. Public face: {@link
 * city.tongban.partner.Partners}, {@link city.tongban.partner.EndpointRules}, {@link
 * city.tongban.partner.AccessPolicy} and {@link city.tongban.partner.ProblemDocument}, the shape of
 * every error.
 */
@ApplicationModule(allowedDependencies = {"canonical", "node"})
@NullMarked
package city.tongban.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
