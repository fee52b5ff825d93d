package city.tongban.partner;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the API.
 *
 * @param bodyMax largest request body, by REST and by SOAP; a larger one is refused
 */
@ConfigurationProperties("hub.api")
record ApiProperties(@DefaultValue("1MB") DataSize bodyMax) {}
