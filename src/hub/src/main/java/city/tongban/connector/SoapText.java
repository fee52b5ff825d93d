package city.tongban.connector;

/**
 * A whole document that travels as text in one operation's argument.
 *
 * @param argument element that holds our document
 * @param result element of {@code <operation>Response} that holds the department's document
 * @param token header element that holds our credential
 */
public record SoapText(String argument, String result, String token) {
  public SoapText {
    RequiredKey.value(argument, "soap.text.argument");
    RequiredKey.value(result, "soap.text.result");
    RequiredKey.value(token, "soap.text.token");
  }
}
