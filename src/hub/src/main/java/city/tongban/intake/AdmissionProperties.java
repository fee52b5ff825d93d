package city.tongban.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When fewer messages are taken in, or none.
 *
 * @param backlogMax deliveries that are due and not in their lane; above it fewer are taken in
 * @param patience how long a message may wait for a place before its sender is asked to send it
 *     later
 * @param diskReserve what must be free on the disk of {@code hub.data}; below it nothing is taken
 *     in
 */
@ConfigurationProperties("hub.admission")
record AdmissionProperties(
    @DefaultValue("250") int backlogMax,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("1GB") DataSize diskReserve) {}
