package city.tongban.node;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a node is and where it keeps its things.
 *
 * @param data folder of the embedded database and the broker's journal
 * @param secrets folder with one file per secret, readable by its owner only
 * @param node name of this node, unlike every other's that shares the database
 * @param database JDBC URL of an external PostgreSQL; absent: one is started as a child process
 */
@ConfigurationProperties("hub")
record NodeProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("data/secrets") Path secrets,
    @DefaultValue("node-1") String node,
    @Nullable String database) {}
