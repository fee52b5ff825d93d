package city.rehearsal.simulator.department.archives;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.reader.MessageUtil;

/** A caller who speaks the broker's own protocol, below JMS. */
final class ArchivesClient implements AutoCloseable {
  static final String REPLY_TO = "queue://DACX.HF.TONGBAN";
  private static final String REQUEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <DACX xmlns="urn:shda:lygx:v1"><QQBH>%s</QQBH><AJBH>%s</AJBH><DALX>HYDJ</DALX>\
      <SQR><XM>张晓梅</XM><ZJLX>SFZ</ZJLX><ZJHM>11010519491231002X</ZJHM></SQR>\
      <SLZX>31010100201</SLZX><SQSJ>2018-07-02T08:41:10+08:00</SQSJ>\
      <CXTJ><POXM>欧阳修文</POXM><DJND>%s</DJND><DJJG>上海市徐汇区民政局</DJJG></CXTJ><YT>过户</YT></DACX>\
      """;

  private final ServerLocator locator;
  final ClientSession session;

  /**
   * @param key with its certificate, in PEM
   */
  ArchivesClient(URI address, Path key, Path authority) throws Exception {
    Map<String, Object> settings = new HashMap<>();
    settings.put("host", address.getHost());
    settings.put("port", address.getPort());
    settings.put("sslEnabled", true);
    settings.put("enabledProtocols", "TLSv1.2");
    settings.put("keyStoreType", "PEM");
    settings.put("keyStorePath", key.toString());
    settings.put("trustStoreType", "PEMCA");
    settings.put("trustStorePath", authority.toString());
    locator =
        ActiveMQClient.createServerLocatorWithoutHA(
            new TransportConfiguration(NettyConnectorFactory.class.getName(), settings));
    locator.setInitialConnectAttempts(1);
    locator.setReconnectAttempts(0);
    locator.setBlockOnDurableSend(true);
    locator.setConsumerWindowSize(0);
    try {
      session = locator.createSessionFactory().createSession(true, true, 0);
      session.start();
    } catch (Exception e) {
      locator.close();
      throw e;
    }
  }

  static String request(String caseNo, String year) {
    return REQUEST.formatted(caseNo + "/1", caseNo, year);
  }

  static String withdrawal(String caseNo) {
    return """
    <DACH xmlns="urn:shda:lygx:v1"><QQBH>%s/2</QQBH><AJBH>%s</AJBH><YQQBH>%s/1</YQQBH><CHYY>不查了</CHYY></DACH>\
    """
        .formatted(caseNo, caseNo, caseNo);
  }

  void send(String number, String text) throws Exception {
    send(number, text, REPLY_TO);
  }

  void send(String number, String text, String replyTo) throws Exception {
    ClientMessage message = session.createMessage(Message.BYTES_TYPE, true);
    message.getBodyBuffer().writeBytes(text.getBytes(StandardCharsets.UTF_8));
    MessageUtil.setJMSCorrelationID(message, number);
    if (replyTo != null) {
      MessageUtil.setJMSReplyTo(message, SimpleString.of(replyTo));
    }
    try (var producer = session.createProducer("DACX.QQ")) {
      producer.send(message);
    }
  }

  /** The next answer, acknowledged; none after {@code millis}. */
  Received receive(long millis) throws Exception {
    try (ClientConsumer consumer = session.createConsumer("DACX.HF.TONGBAN")) {
      ClientMessage message = consumer.receive(millis);
      if (message == null) {
        return null;
      }
      byte[] body = new byte[message.getBodyBuffer().readableBytes()];
      message.getBodyBuffer().readBytes(body);
      message.acknowledge();
      return new Received(
          String.valueOf(MessageUtil.getJMSCorrelationID(message)),
          message.getType(),
          new String(body, StandardCharsets.UTF_8));
    }
  }

  Received receive() throws Exception {
    return receive(15_000);
  }

  record Received(String correlation, byte type, String text) {
    String field(String name) {
      int from = text.indexOf("<" + name + ">");
      return from < 0
          ? null
          : text.substring(from + name.length() + 2, text.indexOf("</" + name + ">"));
    }
  }

  @Override
  public void close() {
    locator.close();
  }
}
