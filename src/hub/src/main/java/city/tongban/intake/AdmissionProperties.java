package city.tongban.intake;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When the hub accepts fewer applications, or none.
 *
 * @param backlogMax deliveries that are due and not yet in their lane; above this number the hub
 *     accepts fewer applications at once
 * @param waitMax longest wait of one message for its turn; after it the sender gets 503
 * @param diskReserve free space on the disk of {@code hub.data} below which the hub accepts nothing
 */
@Validated
@ConfigurationProperties("hub.admission")
record AdmissionProperties(
    @DefaultValue("250") @PositiveOrZero int backlogMax,
    @DefaultValue("2s") Duration waitMax,
    @DefaultValue("1GB") DataSize diskReserve) {}
