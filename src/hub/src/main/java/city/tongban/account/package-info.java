/**
 * Knows the accounts of the console, the rights of each role, and when a session ends.
 *
 * <p>Protects every endpoint under {@code /console}. Knows no page: {@link
 * city.tongban.account.ConsoleEndpoints} is the table of them. Public face: {@link
 * city.tongban.account.Accounts}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "partner"})
@NullMarked
package city.tongban.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
