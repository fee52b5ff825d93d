package city.tongban.connector;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of a back-end that speaks SOAP 1.1.
 *
 * @param namespace of the operations
 * @param credentialRefused fault string, or local name of the fault code, by which they say that
 *     our credential is wrong
 * @param text how documents travel as text; null where the Body's child is the document itself
 */
public record SoapShape(String namespace, String credentialRefused, @Nullable SoapText text) {
  public SoapShape {
    Required.value(namespace, "soap.namespace");
    Required.value(credentialRefused, "soap.credentialRefused");
  }
}
