package city.tongban.node;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The node: its name, its folders and its database.
 *
 * @param data folder of the embedded database and of the broker's journal
 * @param secrets folder with one file for each secret, readable by its owner only
 * @param node name of this node, different from the name of every node on the same database
 * @param database JDBC URL of an external PostgreSQL; absent: the hub starts one as a child process
 */
@Validated
@ConfigurationProperties("hub")
public record NodeProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("data/secrets") Path secrets,
    @DefaultValue("node-1") @NotBlank String node,
    @Nullable String database) {}
