package city.tongban.bench;

import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.mapping.Mappings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What the bare pipe does to a message: the hub's sheet, and an envelope around it. */
public class PipeSteps {
  private static final Charset CHARSET = Charset.forName("GB18030");
  private static final Pattern NUMBER = Pattern.compile("<number>([^<]*)</number>");

  private final Connector connector = Connectors.shipped("human-resources");
  private final Mappings mappings = Mappings.forTools();
  private final AtomicLong done = new AtomicLong();
  private final String token;

  PipeSteps(Path secrets) throws IOException {
    this.token = Files.readString(secrets.resolve("human-resources")).strip();
  }

  /** Route step: the case as it came becomes the department's call. */
  public void map(Exchange exchange) {
    Message message = exchange.getMessage();
    String xml = message.getBody(String.class);
    Matcher number = NUMBER.matcher(xml);
    if (!number.find()) {
      throw new IllegalArgumentException("the message is no case");
    }
    Map<String, String> parameters = Map.of("delivery", number.group(1) + "/1");
    String document = mappings.transformed(connector, "unemployment-benefit", xml, parameters);
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_METHOD, "POST");
    message.setHeader(Exchange.CONTENT_TYPE, connector.contentType());
    message.setHeader("SOAPAction", "\"urn:shrs:exchange:v1/execute\"");
    message.setBody(envelope(document).getBytes(CHARSET));
  }

  /** Route step: the reply lies in its queue; only a yes counts, as it does for the hub. */
  public void done(Exchange exchange) {
    if (!exchange.getMessage().getBody(String.class).contains(">000000<")) {
      throw new IllegalStateException("the department did not take the case");
    }
    done.incrementAndGet();
  }

  /** Route step: how many went all the way. */
  public void count(Exchange exchange) {
    exchange.getMessage().setBody("{\"done\":" + done.get() + "}");
  }

  private String envelope(String document) {
    return """
        <?xml version="1.0" encoding="GB18030"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\
        <soap:Header><UserToken xmlns="urn:shrs:exchange:v1">%s</UserToken></soap:Header>\
        <soap:Body><execute xmlns="urn:shrs:exchange:v1"><request><![CDATA[%s]]></request></execute></soap:Body>\
        </soap:Envelope>"""
        .formatted(token, document);
  }
}
