package city.tongban.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.model.v251.message.ORM_O01;
import ca.uhn.hl7v2.model.v251.message.ORU_R01;
import ca.uhn.hl7v2.model.v251.segment.PID;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import city.tongban.canonical.HubException;
import city.tongban.canonical.SafeXml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.xml.transform.dom.DOMSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ER7 as we read and write it, held against HAPI, which everybody else uses. */
class Hl7CodecTest {
  private static final String HEAD =
      "MSH|^~\\&|WJXT|SHWJW|TONGBAN|SHSQSL|20180702101501+0800||ORU^R01^ORU_R01|R1|P|2.5.1\r";
  private static final String NASTY = "甲|乙^丙&丁~戊\\己 䶮𠮷·\"\"<b>&amp;]]>\n第二行\t完";

  @Test
  void whatWeWriteReadsByAnotherLibraryAsWhatItWas() throws Exception {
    String order =
        Files.readString(Path.of("mappings/health/samples/signs.order.hl7"), StandardCharsets.UTF_8)
            .replace('\n', '\r');

    ORM_O01 read = (ORM_O01) hapi().parse(written(Er7Reader.xml(order)));

    PID patient = read.getPATIENT().getPID();
    assertThat(patient.getPatientName(0).getFamilyName().getSurname().getValue()).isEqualTo("张晓梅");
    assertThat(patient.getPatientIdentifierList(0).getIdentifierTypeCode().getValue())
        .isEqualTo("01");
    assertThat(read.getMSH().getCharacterSet(0).getValue()).isEqualTo("UNICODE UTF-8");
    assertThat(new Terser(read).get("/.ZCS-3")).isEqualTo("甲|乙^丙&丁~戊\\己");
  }

  @Test
  void whatAnotherLibraryWritesReadsAsWhatItWas() throws Exception {
    ORU_R01 result = new ORU_R01();
    result.setParser(hapi());
    result.initQuickstart("ORU", "R01", "P");
    result.getMSH().getSendingApplication().getNamespaceID().setValue("WJXT");
    result
        .getPATIENT_RESULT()
        .getORDER_OBSERVATION()
        .getORC()
        .getFillerOrderNumber()
        .getEntityIdentifier()
        .setValue("WJ|1^2&3~4\\5");
    result.getPATIENT_RESULT().getORDER_OBSERVATION().getNTE(0).getComment(0).setValue("不同意䶮");
    result.getPATIENT_RESULT().getORDER_OBSERVATION().getNTE(0).getComment(1).setValue("第二条");

    String xml = Er7Reader.xml(hapi().encode(result));

    assertThat(xml)
        .contains("<ORC.3><ORC.3.1>WJ|1^2&amp;3~4\\5</ORC.3.1></ORC.3>")
        .contains("<NTE.3><NTE.3.1>不同意䶮</NTE.3.1></NTE.3><NTE.3><NTE.3.1>第二条</NTE.3.1></NTE.3>");
  }

  @Test
  void anyTextComesBackAsItWasAndStaysOneField() {
    SplittableRandom random = new SplittableRandom(7);
    String signs = "|^~\\&FSTRE.X0A\r\n\tab张䶮𠮷\"";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder("a");
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      roundTrip(text.append('z').toString().replace("\r", "").replaceAll("\\p{Cs}", ""));
    }
    roundTrip(NASTY);
  }

  private static void roundTrip(String text) {
    String xml =
        "<HL7Message><NTE><NTE.3><NTE.3.1>"
            + escaped(text)
            + "</NTE.3.1></NTE.3></NTE></HL7Message>";
    String written = written(xml);

    assertThat(written).startsWith("NTE|||").endsWith("\r");
    assertThat(written.split("\r")).as(text).hasSize(1);
    assertThat(Er7Reader.xml(HEAD + written)).endsWith(xml.substring("<HL7Message>".length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PID|||1^^^A&B&C^01~2^^^&D^03||张^三",
        "PID|||~~3",
        "OBX|1|CE|||||||||||||||||||||||||||30",
        "ZZZ",
        "NTE|1||\"\"",
        "NTE|1||\\F\\\\S\\\\T\\\\R\\\\E\\\\X0A\\\\X09\\"
      })
  void whatIsReadAndWrittenAgainIsTheSame(String segment) {
    String message = HEAD + segment + "\r";

    assertThat(written(Er7Reader.xml(message))).isEqualTo(message);
  }

  static Stream<Arguments> notAsAgreed() {
    return Stream.of(
        wrong("another message", "PID|1\r"),
        wrong("other signs", HEAD.replace("^~\\&", "$%*#")),
        wrong("a last segment that does not end", HEAD + "PID|1"),
        wrong("lines that end with a line feed", HEAD.replace('\r', '\n')),
        wrong("lines that end with both", HEAD + "\nPID|1\r"),
        wrong("an empty segment", HEAD + "\rPID|1\r"),
        wrong("a name that is none", HEAD + "pid|1\r"),
        wrong("a name that is too long", HEAD + "PIDX|1\r"),
        wrong("markup for a name", HEAD + "<a>|1\r"),
        wrong("an escape that is not agreed", HEAD + "NTE|1||\\H\\fett\\N\\\r"),
        wrong("another charset within a field", HEAD + "NTE|1||\\M2442\\\r"),
        wrong("an escape in hexadecimal", HEAD + "NTE|1||\\X1C0D\\\r"),
        wrong("an escape that does not end", HEAD + "NTE|1||\\F\r"),
        wrong("a lonely sign of escape", HEAD + "NTE|1||a\\b\r"),
        wrong("a control character", HEAD + "NTE|1||a\u0007b\r"),
        wrong("a mark of the frame", HEAD + "NTE|1||a\u001cb\r"),
        wrong("nothing", ""));
  }

  @ParameterizedTest
  @MethodSource("notAsAgreed")
  void whatIsNotAsAgreedIsRefused(String message) {
    HubException refused = catchThrowableOfType(HubException.class, () -> Er7Reader.xml(message));

    assertThat(refused).isNotNull();
    assertThat(refused.problem().code()).isEqualTo("HUB-9016");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<NTE><NTE.3><NTE.3.1>a</NTE.3.1></NTE.3><NTE.1><NTE.1.1>b</NTE.1.1></NTE.1></NTE>",
        "<NTE><OBX.1><OBX.1.1>a</OBX.1.1></OBX.1></NTE>",
        "<NTE><NTE.3><NTE.3.2>a</NTE.3.2><NTE.3.2>b</NTE.3.2></NTE.3></NTE>",
        "<NTE><NTE.0>a</NTE.0></NTE>",
        "<NTE><NTE.1><NTE.1.1><NTE.1.1.1><NTE.1.1.1.1>a</NTE.1.1.1.1></NTE.1.1.1></NTE.1.1></NTE.1></NTE>"
      })
  void aSheetThatPutsSomethingAtAWrongPlaceIsToldSo(String segment) {
    HubException refused =
        catchThrowableOfType(
            HubException.class, () -> written("<HL7Message>" + segment + "</HL7Message>"));

    assertThat(refused.problem().code()).isEqualTo("HUB-9003");
    assertThat(refused.problem().at()).startsWith("/HL7Message/NTE");
  }

  private static PipeParser hapi() {
    DefaultHapiContext context = new DefaultHapiContext();
    // its own would keep a file in the working folder
    context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
    return context.getPipeParser();
  }

  private static String written(String xml) {
    try {
      XdmNode tree =
          new Processor(false).newDocumentBuilder().build(new DOMSource(SafeXml.parse(xml)));
      return Er7Writer.text(tree);
    } catch (SaxonApiException e) {
      throw new AssertionError(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Arguments wrong(String name, String message) {
    return Arguments.of(Named.of(name, message));
  }
}
