/**
 * Tells centres what became of their cases: one inbox per centre, numbered without gaps, read by
 * cursor, or pushed to a web-hook of the centre's own.
 *
 * <p>Hears {@link city.tongban.cases.NoticeRequested} in the transaction of what it tells, so that
 * no news is lost and none is told of what did not happen. Public face: {@link
 * city.tongban.notice.Notices} and {@link city.tongban.notice.Webhooks}.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "cases", "partner", "clock", "concurrent", "node", "vault"})
@NullMarked
package city.tongban.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
