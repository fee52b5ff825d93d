package city.tongban.mapping;

/**
 * A message in a partner's words; what is stored with the delivery and sent at every try.
 *
 * @param bytes in their charset; empty where the call has no body
 * @param version first 12 places of the bundle's digest
 */
@SuppressWarnings("ArrayRecordComponent") // held, never compared
public record MappedMessage(byte[] bytes, String contentType, String version) {}
