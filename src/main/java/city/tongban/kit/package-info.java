/**
 * What an integration engineer needs at a desk: no hub runs, no database, no department.
 *
 * <p>Public faces: {@link city.tongban.kit.FolderReport} says what is wrong with a connector's
 * folders, {@link city.tongban.kit.Trial} shows one message on its way, {@link
 * city.tongban.kit.Packed} and {@link city.tongban.kit.VersionDiff} are about versions, and {@link
 * city.tongban.kit.NewExample} writes what was recorded into a folder.
 */
@ApplicationModule(allowedDependencies = {"canonical", "connector", "mapping"})
@NullMarked
package city.tongban.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
