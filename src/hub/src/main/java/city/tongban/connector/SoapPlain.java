package city.tongban.connector;

/**
 * A document that is the child of the SOAP Body, unsigned.
 *
 * @param token header element that holds our credential
 */
public record SoapPlain(String token) {
  public SoapPlain {
    RequiredKey.value(token, "soap.plain.token");
  }
}
