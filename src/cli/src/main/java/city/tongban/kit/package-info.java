/**
 * What an integration engineer needs at a desk: no hub runs, no database, no department.
 *
 * <p>Public faces: {@link city.tongban.kit.ConnectorScaffold} writes a connector's folders from
 * what a partner gives us, {@link city.tongban.kit.FolderReport} says what is wrong with them,
 * {@link city.tongban.kit.MappingDryRun} shows one message on its way, {@link
 * city.tongban.kit.MappingRun} runs the examples, {@link city.tongban.kit.StubServer} stands in for
 * the partner; {@link city.tongban.kit.BundleFiles} and {@link city.tongban.kit.VersionDiff} are
 * about versions, and {@link city.tongban.kit.ExampleWriter} writes what was recorded into a
 * folder.
 */
@NullMarked
package city.tongban.kit;

import org.jspecify.annotations.NullMarked;
