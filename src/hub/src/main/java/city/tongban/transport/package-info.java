/**
 * Makes the calls: one sub-package for each protocol, one route for each connector version.
 *
 * <p>A transport is a bean that implements {@link city.tongban.transport.Transport}, with a
 * template in {@code routes/transports/}. No transport imports another; shared code is in this
 * package or, for message queues, in {@code queue}. Knows no department by name. Public faces:
 * {@link city.tongban.transport.Transports} and the interfaces that delivery and result implement.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "clock", "concurrent", "connector", "security"})
@NullMarked
package city.tongban.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
