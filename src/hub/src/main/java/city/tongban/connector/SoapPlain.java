package city.tongban.connector;

/**
 * A document stands in the Body as it is, unsigned.
 *
 * @param token header element that holds our credential
 */
public record SoapPlain(String token) {
  public SoapPlain {
    RequiredKey.value(token, "soap.plain.token");
  }
}
