package city.tongban.delivery.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How batches are closed and sent. The route template {@code batch} in {@code
 * routes/4-delivery.camel.yaml} reads it.
 *
 * @param checkInterval pause between two checks whether a batch is due
 */
@ConfigurationProperties("hub.batches")
record BatchProperties(@DefaultValue("500ms") Duration checkInterval) {}
