package city.tongban.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Encryption of stored data.
 *
 * @param algorithm cipher for new data, {@code AES_256_GCM} or {@code SM4_GCM}; data that is
 *     already stored can still be read
 */
@ConfigurationProperties("hub.vault")
record VaultProperties(@DefaultValue("AES_256_GCM") Algorithm algorithm) {}
