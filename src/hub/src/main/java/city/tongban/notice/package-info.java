/**
 * Notifies centres about their cases: one inbox per centre, numbered without gaps, read by cursor
 * or pushed to a webhook of the centre.
 *
 * <p>Writes a notice in the transaction that publishes {@link city.tongban.cases.NoticeRequested},
 * so that a notice exists exactly if its event happened. Public face: {@link
 * city.tongban.notice.Notices} and {@link city.tongban.notice.Webhooks}.
 */
@ApplicationModule(
    allowedDependencies = {"canonical", "cases", "partner", "clock", "concurrent", "node", "vault"})
@NullMarked
package city.tongban.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
