package city.tongban.connector;

/**
 * Where a whole document travels as text in one operation's argument.
 *
 * @param argument element that holds our document
 * @param result element of {@code <operation>Response} that holds theirs
 * @param token header element that holds our credential
 */
public record SoapText(String argument, String result, String token) {
  public SoapText {
    RequiredKey.value(argument, "soap.text.argument");
    RequiredKey.value(result, "soap.text.result");
    RequiredKey.value(token, "soap.text.token");
  }
}
