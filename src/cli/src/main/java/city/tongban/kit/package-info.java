/**
 * The tools of an integration engineer; they need no running hub, database or department.
 *
 * <p>Public faces: {@link city.tongban.kit.ConnectorScaffold} writes a connector's folders from a
 * department's contract, {@link city.tongban.kit.FolderReport} lists what is wrong with them,
 * {@link city.tongban.kit.MappingDryRun} maps one message without a call, {@link
 * city.tongban.kit.MappingRun} runs the examples, {@link city.tongban.kit.StubServer} plays the
 * department; {@link city.tongban.kit.BundleFiles} and {@link city.tongban.kit.VersionDiff} read
 * and compare versions, and {@link city.tongban.kit.ExampleWriter} writes recorded messages into a
 * folder as an example.
 */
@NullMarked
package city.tongban.kit;

import org.jspecify.annotations.NullMarked;
