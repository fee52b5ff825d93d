package city.tongban.connector;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of a back-end that uses SOAP 1.1.
 *
 * @param namespace of the operations
 * @param credentialRefused fault string, or local name of the fault code, that means that our
 *     credential is wrong
 * @param text how documents travel as text; null where the Body's child is the document itself
 * @param plain how a document travels unsigned; null where it is signed, or travels as text
 */
public record SoapShape(
    String namespace,
    String credentialRefused,
    @Nullable SoapText text,
    @Nullable SoapPlain plain) {
  public SoapShape {
    RequiredKey.value(namespace, "soap.namespace");
    RequiredKey.value(credentialRefused, "soap.credentialRefused");
    if (text != null && plain != null) {
      throw new IllegalArgumentException("soap.text and soap.plain are two ways: keep one");
    }
  }
}
