package city.tongban.connector;

/**
 * The envelope of a back-end that carries whole documents as text in one operation's argument.
 *
 * @param namespace of the operation and of the token header
 * @param argument element that holds our document
 * @param result element of {@code <operation>Response} that holds theirs
 * @param token header element that holds our credential
 * @param credentialRefused fault string by which they say that the token is wrong
 */
public record SoapShape(
    String namespace, String argument, String result, String token, String credentialRefused) {
  public SoapShape {
    Required.value(namespace, "soap.namespace");
    Required.value(argument, "soap.argument");
    Required.value(result, "soap.result");
    Required.value(token, "soap.token");
    Required.value(credentialRefused, "soap.credentialRefused");
  }
}
