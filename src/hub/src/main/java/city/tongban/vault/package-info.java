/**
 * Keeps what the database must not tell: payloads and personal words are sealed before they are
 * stored, and found again by a keyed hash.
 *
 * <p>Knows no table by itself; whoever owns a column says where the sealed bytes lie. Public faces:
 * {@link city.tongban.vault.Vault} and {@link city.tongban.vault.KeyedHasher}.
 */
@ApplicationModule(allowedDependencies = {"canonical", "node"})
@NullMarked
package city.tongban.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
