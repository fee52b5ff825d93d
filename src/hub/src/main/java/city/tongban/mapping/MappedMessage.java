package city.tongban.mapping;

/**
 * A message in the back-end's form, stored with the delivery and sent at every attempt.
 *
 * @param bytes in the back-end's charset; empty when the call has no body
 * @param version first 12 characters of the bundle's digest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MappedMessage(byte[] bytes, String contentType, String version) {}
