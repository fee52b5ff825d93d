package city.tongban.connector;

/**
 * One item that a back-end handles.
 *
 * @param item catalogue code, {@code ZJ9001}
 * @param mapping name of the stylesheets under {@code mappings/}: {@code <mapping>.request.xsl}
 * @param call the setting for the transport: {@code POST /api/v2/filings}, or a SOAP operation
 */
public record Service(
    String item, String title, String mapping, String call, AnswerPattern answers) {
  public Service {
    RequiredKey.value(item, "services[].item");
    RequiredKey.value(title, "services[].title");
    RequiredKey.value(mapping, "services[].mapping");
    RequiredKey.value(call, "services[].call");
    RequiredKey.value(answers, "services[].answers");
  }
}
