package city.tongban.connector;

/**
 * A document stands in the Body as it is, unsigned.
 *
 * @param token header element that holds our credential
 */
public record SoapPlain(String token) {
  public SoapPlain {
    Required.value(token, "soap.plain.token");
  }
}
