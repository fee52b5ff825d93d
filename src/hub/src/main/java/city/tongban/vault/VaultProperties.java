package city.tongban.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the vault seals.
 *
 * @param algorithm what new things are sealed with; what was sealed before still opens
 */
@ConfigurationProperties("hub.vault")
record VaultProperties(@DefaultValue("AES_256_GCM") Algorithm algorithm) {}
