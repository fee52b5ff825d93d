package city.tongban.result;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How results are collected. The template {@code routes/transports/sftp.camel.yaml} reads it.
 *
 * @param pollInterval pause between two polls of a department's result folder by SFTP
 */
@ConfigurationProperties("hub.results")
record ResultProperties(@DefaultValue("1s") Duration pollInterval) {}
