package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;

/** The SOAP door means what the REST door means. */
class SoapDoorTest {
  private static final String MINE = "centre-" + Applications.CENTRE;

  private final RunningHub hub = RunningHub.get();
  private final SoapClient soap = new SoapClient();

  @Test
  void anApplicationGetsItsReceiptAndARepeatIsToldExactlyTheSame() {
    String envelope = SoapClient.envelope(submit(Applications.lease(5200)));

    SoapClient.Answer first = soap.send(MINE, envelope);
    SoapClient.Answer again = soap.send(MINE, envelope);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    JsonNode read = hub.read("/api/v1/cases/" + first.get("caseNumber"), MINE);
    assertThat(read.path("collectingCentre").asText()).isEqualTo(Applications.CENTRE);
    assertThat(read.path("deliveries")).hasSize(1);
  }

  @Test
  void theExampleOfTheApiPageGetsItsReceipt() throws Exception {
    Matcher curl =
        Pattern.compile("/services/intake .* -d '([^']+)'")
            .matcher(Files.readString(Path.of("src/docs/api.md")));

    assertThat(curl.find()).isTrue();
    SoapClient.Answer answer = soap.send(MINE, curl.group(1));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void aRepeatInANewEnvelopeIsTheSameMessage() {
    String operation = submit(Applications.lease(5200));

    SoapClient.Answer first = soap.send(MINE, SoapClient.envelope(operation));
    SoapClient.Answer again =
        soap.send(
            MINE,
            SoapClient.envelope(
                "<w:MessageID xmlns:w='http://www.w3.org/2005/08/addressing'>urn:uuid:"
                    + UUID.randomUUID()
                    + "</w:MessageID>",
                operation.replace("><", ">\n  <")));

    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void theSameMessageIsARepeatByWhicheverDoorItComes() {
    Map<String, Object> application = Applications.lease(5200);

    HttpResponse<String> byRest = hub.post("/api/v1/cases", MINE, application);
    SoapClient.Answer bySoap = soap.send(MINE, SoapClient.envelope(submit(application)));

    assertThat(bySoap.status()).as(bySoap.text()).isEqualTo(200);
    RunningHub.json(byRest)
        .properties()
        .forEach(
            field -> assertThat(bySoap.get(field.getKey())).isEqualTo(field.getValue().asText()));
  }

  @Test
  void theSameIdWithOtherContentIsRefusedByWhicheverDoorItComes() {
    Map<String, Object> application = Applications.lease(5200);
    soap.send(MINE, SoapClient.envelope(submit(application)));

    Map<String, Object> other = Applications.lease(5300);
    other.put("messageId", application.get("messageId"));
    SoapClient.Answer bySoap = soap.send(MINE, SoapClient.envelope(submit(other)));
    HttpResponse<String> byRest = hub.post("/api/v1/cases", MINE, other);

    assertThat(bySoap.status()).isEqualTo(500);
    assertThat(bySoap.code()).isEqualTo("HUB-1011");
    assertThat(byRest.statusCode()).isEqualTo(409);
  }

  @Test
  void aRefusedMessageMayBeMendedAndSentUnderItsId() {
    String envelope = SoapClient.envelope(submit(Applications.lease(5200)));

    SoapClient.Answer refused = soap.send(MINE, envelope.replace("ZJ9001", "ZJ0000"));
    SoapClient.Answer mended = soap.send(MINE, envelope);

    assertThat(refused.code()).isEqualTo("HUB-1012");
    assertThat(mended.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aNameArrivesAsItWasWritten(String charset) {
    String name = "䶮𠮷·阿不都";
    String envelope =
        "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(charset)
            + SoapClient.envelope(submit(Applications.named(Applications.lease(5200), name)));

    SoapClient.Answer answer =
        soap.send(hub.token(MINE), envelope.getBytes(Charset.forName(charset)), "text/xml");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(nameInTheDepartmentsBook(answer.get("caseNumber"))).isEqualTo(name);
  }

  @Test
  void aNameIsWholeWhateverStandsInsideIt() {
    String envelope =
        SoapClient.envelope(submit(Applications.named(Applications.lease(5200), "王小明")))
            .replace("王小明", "王<!-- a comment --><![CDATA[小]]>&#26126;");

    SoapClient.Answer answer = soap.send(MINE, envelope);

    assertThat(nameInTheDepartmentsBook(answer.get("caseNumber"))).isEqualTo("王小明");
  }

  @Test
  void aCaseIsTakenBackOnceAndReadAndFoundInTheInbox() {
    String number = hub.receipted(Applications.lease(5200));
    String wish =
        SoapClient.envelope(
            SoapClient.operation(
                "withdrawCase",
                Map.of("caseNumber", number, "messageId", "w-" + number, "reason", "申请人撤回")));

    SoapClient.Answer first = soap.send(MINE, wish);
    SoapClient.Answer again = soap.send(MINE, wish);
    HttpResponse<String> byRest =
        hub.post(
            "/api/v1/cases/" + number + "/withdrawal",
            MINE,
            Map.of("messageId", "w-" + number, "reason", "申请人撤回"));
    SoapClient.Answer read =
        soap.send(
            MINE,
            SoapClient.envelope(SoapClient.operation("readCase", Map.of("caseNumber", number))));
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.get("caseNumber")).isEqualTo(number);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(RunningHub.json(byRest).path("state").asText()).isEqualTo(first.get("state"));
    assertThat(read.get("caseNumber")).isEqualTo(number);
    assertThat(read.get("item")).isEqualTo("ZJ9001");
  }

  @Test
  void theInboxSaysWhatItSaysByRest() {
    hub.receipted(Applications.benefit(36));
    await().until(() -> readInbox("<limit>1</limit>").get("notice") != null);

    SoapClient.Answer first = readInbox("<after>0</after><limit>1</limit>");

    JsonNode byRest = hub.read("/api/v1/centres/" + Applications.CENTRE + "/inbox?limit=1", MINE);
    assertThat(first.get("next")).isEqualTo(byRest.path("next").asText());
    byRest
        .at("/notices/0")
        .properties()
        .forEach(
            field -> assertThat(first.get(field.getKey())).contains(field.getValue().asText()));
  }

  private SoapClient.Answer readInbox(String fields) {
    return soap.send(
        MINE,
        SoapClient.envelope(
            "<readInbox xmlns=\"" + SoapClient.NS + "\">" + fields + "</readInbox>"));
  }

  @Test
  void aHubThatIsStartingSaysLaterAndNotNever() {
    String envelope = SoapClient.envelope(submit(Applications.lease(5200)));
    AvailabilityChangeEvent.publish(hub.context(), ReadinessState.REFUSING_TRAFFIC);
    SoapClient.Answer early;
    try {
      early = soap.send(MINE, envelope);
    } finally {
      AvailabilityChangeEvent.publish(hub.context(), ReadinessState.ACCEPTING_TRAFFIC);
    }

    assertThat(early.status()).isEqualTo(503);
    assertThat(early.code()).isEqualTo("HUB-1033");
    assertThat(early.faultCode()).isEqualTo("Server");
    assertThat(early.http().headers().firstValue("Retry-After")).contains("5");
  }

  /** A library that knows only what the WSDL says. */
  @Test
  void aClientMadeFromTheServedContractIsServed() throws Exception {
    Dispatch<Source> intake = client();

    Source receipt = intake.invoke(source(submit(Applications.lease(5200))));

    assertThat(receipt).isNotNull();
    assertThatThrownBy(
            () -> intake.invoke(source(submit(Applications.lease(5200)).replace("ZJ9", "ZZ0"))))
        .cause()
        .isInstanceOfSatisfying(
            SoapFault.class,
            fault -> {
              assertThat(fault.getFaultCode().getLocalPart()).isEqualTo("Client");
              assertThat(fault.getDetail().getTextContent()).contains("HUB-1012");
            });
  }

  private Dispatch<Source> client() throws Exception {
    Service service =
        Service.create(
            hub.address().resolve("/wsdl/intake.wsdl").toURL(),
            new QName(SoapClient.NS, "IntakeService"));
    Dispatch<Source> intake =
        service.createDispatch(
            new QName(SoapClient.NS, "IntakePort"), Source.class, Service.Mode.PAYLOAD);
    Map<String, Object> request = intake.getRequestContext();
    request.put(
        BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
        hub.address().resolve("/services/intake").toString());
    request.put(
        MessageContext.HTTP_REQUEST_HEADERS,
        Map.of("Authorization", List.of("Bearer " + hub.token(MINE))));
    return intake;
  }

  private static Source source(String operation) {
    return new StreamSource(new StringReader(operation));
  }

  private String nameInTheDepartmentsBook(String number) {
    await().until(() -> !hub.book("housing", number).isEmpty());
    return hub.book("housing", number).get(0).path("name").asText();
  }

  private static String submit(Map<String, Object> application) {
    return SoapClient.operation("submitCase", application);
  }
}
