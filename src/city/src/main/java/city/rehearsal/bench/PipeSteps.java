package city.rehearsal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The steps of the bare pipe: one stylesheet, written for it, and an envelope around the result.
 */
public class PipeSteps {
  private static final Charset CHARSET = Charset.forName("GB18030");
  private static final Pattern NUMBER = Pattern.compile("<number>([^<]*)</number>");
  private static final QName DELIVERY = new QName("delivery");

  private final Processor saxon = new Processor(false);
  private final XsltExecutable stylesheet;
  private final AtomicLong done = new AtomicLong();
  private final String token;

  /**
   * Compiles the stylesheet once.
   *
   * @param secrets the folder that holds the token for the department, one file per secret
   */
  PipeSteps(Path secrets) throws IOException, SaxonApiException {
    this.token = Files.readString(secrets.resolve("human-resources")).strip();
    try (InputStream sheet = PipeSteps.class.getResourceAsStream("benefit.xsl")) {
      this.stylesheet =
          saxon.newXsltCompiler().compile(new StreamSource(Objects.requireNonNull(sheet)));
    }
  }

  /** Route step: maps the canonical case to the department's call. */
  public void map(Exchange exchange) throws SaxonApiException {
    Message message = exchange.getMessage();
    String xml = message.getBody(String.class);
    Matcher number = NUMBER.matcher(xml);
    if (!number.find()) {
      throw new IllegalArgumentException("the message is not a case");
    }
    String document = transformed(xml, number.group(1) + "/1");
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_METHOD, "POST");
    message.setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=GB18030");
    message.setHeader("SOAPAction", "\"urn:shrs:exchange:v1/execute\"");
    message.setBody(envelope(document).getBytes(CHARSET));
  }

  private String transformed(String xml, String delivery) throws SaxonApiException {
    Xslt30Transformer transformer = stylesheet.load30();
    transformer.setStylesheetParameters(Map.of(DELIVERY, new XdmAtomicValue(delivery)));
    StringWriter text = new StringWriter();
    Serializer serializer = saxon.newSerializer(text);
    serializer.setOutputProperty(Serializer.Property.OMIT_XML_DECLARATION, "yes");
    transformer.transform(new StreamSource(new StringReader(xml)), serializer);
    return text.toString();
  }

  /** Route step: counts a reply that says success; the hub counts the same. */
  public void done(Exchange exchange) {
    if (!exchange.getMessage().getBody(String.class).contains(">000000<")) {
      throw new IllegalStateException("the department did not take the case");
    }
    done.incrementAndGet();
  }

  /** Route step: answers how many messages have been carried to the end. */
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
