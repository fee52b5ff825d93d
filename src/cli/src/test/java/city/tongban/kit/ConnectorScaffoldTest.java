package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.canonical.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a department gives us to folders that pass their own check. */
class ConnectorScaffoldTest {
  private static final String SAMPLE =
      """
      {
        "requestId": "WR-1",
        "sqr": { "xm": "某某", "zjlx": "SFZ", "sfzh": "11010519491231002X", "lxdh": "13800000000" },
        "applyDate": "20180702",
        "address": "某路1号",
        "landlord": { "name": "李某" },
        "damage": { "kind": "flood", "amount": 1200.50, "day": "20180630" },
        "materials": [ { "code": "M1", "title": "照片" } ],
        "notes": [ "一" ],
        "urgent": true
      }
      """;

  @TempDir Path copy;

  @Test
  void aSampleInJsonBecomesAConnectorThatPassesItsCheck() throws IOException {
    write("sample.json", SAMPLE);

    assertThat(read("connectors/weather-relief/connector.yaml"))
        .contains("transport: rest", "codec: json", "item: MZ9035", "call: POST /applications");
    assertThat(read("mappings/weather-relief/samples/application.sent.json"))
        .contains("\"xm\":\"张晓梅\"", "\"sfzh\":\"310104198405120028\"", "\"lxdh\":\"13817712345\"")
        .contains("\"zjlx\":\"SFZ\"", "\"applyDate\":\"20180702\"", "\"day\":\"20180630\"")
        .contains("\"requestId\":\"310104-20180702-000901/1\"", "\"title\":\"申请表\"")
        .contains("\"amount\":1200.5", "\"urgent\":true");
    green();
  }

  @Test
  void anOpenApiBecomesAConnectorThatPassesItsCheck() throws IOException {
    write(
        "openapi.yaml",
        """
        openapi: 3.0.3
        info: { title: relief, version: "1" }
        servers: [ { url: https://relief.example/api/v1 } ]
        paths:
          /claims/{id}:
            put: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: {} }
          /claims:
            post:
              operationId: fileClaim
              requestBody: { $ref: "#/components/requestBodies/Claim" }
              responses:
                "201": { content: { application/json: { schema: { $ref: "#/components/schemas/Receipt" } } } }
        components:
          requestBodies:
            Claim: { content: { application/json: { schema: { $ref: "#/components/schemas/Claim" } } } }
          schemas:
            Claim:
              type: object
              required: [ messageId, applicant, kind, lossYuan ]
              properties:
                messageId: { type: string, maxLength: 64 }
                applicant: { $ref: "#/components/schemas/Person" }
                kind: { type: string, enum: [ FLOOD, STORM ] }
                lossYuan: { type: number, minimum: 0, exclusiveMinimum: true }
                plot: { type: string, pattern: "^[A-Z]{2}-[0-9]{4}$" }
                remark: { type: string, nullable: true, maxLength: 1 }
            Person:
              type: object
              required: [ fullName, idType, idNumber ]
              properties:
                fullName: { type: string }
                idType: { type: string, enum: [ ID, PASS ] }
                idNumber: { type: string }
                mobile: { type: string }
            Receipt:
              type: object
              required: [ state ]
              properties:
                state: { type: string, enum: [ RECEIVED, GRANTED, DENIED, ODD ] }
                receiptNo: { type: string }
                reason: { type: string }
        """);

    assertThat(read("connectors/weather-relief/connector.yaml"))
        .contains("transport: rest", "call: POST /api/v1/claims");
    assertThat(read("mappings/weather-relief/samples/application.sent.json"))
        .contains(
            "\"fullName\":\"张晓梅\"",
            "\"idType\":\"ID\"",
            "\"kind\":\"FLOOD\"",
            "\"plot\":\"AA-0000\"");
    assertThat(read("mappings/weather-relief/codes/state.csv"))
        .contains("ACCEPTED,RECEIVED", "APPROVED,GRANTED", "REJECTED,DENIED")
        .doesNotContain("ODD");
    green();
  }

  @Test
  void anXsdBecomesAConnectorThatPassesItsCheck() throws IOException {
    Files.writeString(
        copy.resolve("fields.xsd"),
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:relief" targetNamespace="urn:relief">
          <xs:complexType name="Person">
            <xs:sequence>
              <xs:element name="XM" type="xs:string"/>
              <xs:element name="GMSFHM" type="IdNumber"/>
              <xs:element name="LXDH" type="xs:string" minOccurs="0"/>
            </xs:sequence>
          </xs:complexType>
          <xs:simpleType name="IdNumber">
            <xs:restriction base="xs:string"><xs:pattern value="[0-9X]{18}"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """);
    write(
        "contract.xsd",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:relief" targetNamespace="urn:relief">
          <xs:include schemaLocation="fields.xsd"/>
          <xs:element name="ReliefRequest">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="BWH" type="xs:string"/>
                <xs:element name="SQR" type="Person"/>
                <xs:element name="SQRQ" type="xs:date"/>
                <xs:choice><xs:element name="HZ" type="xs:boolean"/><xs:element name="BZ" type="xs:string"/></xs:choice>
                <xs:element name="JE">
                  <xs:simpleType><xs:restriction base="xs:decimal"><xs:minInclusive value="100"/></xs:restriction></xs:simpleType>
                </xs:element>
                <xs:element name="CL" maxOccurs="unbounded">
                  <xs:complexType><xs:sequence><xs:element name="BH" type="xs:string"/><xs:element name="MC" type="xs:string"/></xs:sequence></xs:complexType>
                </xs:element>
              </xs:sequence>
              <xs:attribute name="version" use="required" fixed="2.0"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="ReliefResponse">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="ZT"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="PZ"/><xs:enumeration value="BYPZ"/></xs:restriction></xs:simpleType></xs:element>
                <xs:element name="SLH" type="xs:string"/>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
        </xs:schema>
        """);

    assertThat(read("connectors/weather-relief/connector.yaml")).contains("codec: xml");
    assertThat(read("mappings/weather-relief/schema/fields.xsd")).contains("IdNumber");
    assertThat(read("mappings/weather-relief/samples/application.sent.xml"))
        .contains("<t:ReliefRequest xmlns:t=\"urn:relief\" version=\"2.0\">", "<XM>张晓梅</XM>")
        .contains("<SQRQ>2018-07-02</SQRQ>", "<JE>100</JE>", "<BH>M01</BH>");
    green();
  }

  @Test
  void aWsdlBecomesAConnectorThatPassesItsCheck() throws IOException {
    write("relief.wsdl", wsdl("element=\"t:Apply\""));

    assertThat(read("connectors/weather-relief/connector.yaml"))
        .contains("transport: soap", "namespace: urn:relief:1", "call: apply", "doubt: person");
    assertThat(read("mappings/weather-relief/samples/application.sent.xml"))
        .contains("<t:xm>张晓梅</t:xm>", "<t:applyDate>2018-07-02T08:41:10+08:00</t:applyDate>");
    green();
  }

  @Test
  void aWsdlOfAnotherStyleSaysWhatToAskFor() {
    HubException refused = refused("relief.wsdl", wsdl("type=\"xs:string\""));

    assertThat(refused.problem().code()).isEqualTo("HUB-8022");
    assertThat(refused.problem().why()).contains("not document-literal");
  }

  @Test
  void aSheetBecomesAConnectorThatPassesItsCheck() throws IOException {
    write("sheet.csv", "姓名,身份证号,联系电话,申请日期,金额(元),\"备注, 其他\"\r\n某某,1,2,2018/07/02,12.50,\"无\"\r\n");

    assertThat(read("connectors/weather-relief/connector.yaml"))
        .contains("transport: sftp", "codec: csv", "file: MZ{day}{number}.csv");
    assertThat(read("mappings/weather-relief/samples/application.sent.line.txt"))
        .isEqualTo(
            "张晓梅,310104198405120028,13817712345,2018/07/02,12.50,无,310104-20180702-000901/1");
    assertThat(read("mappings/weather-relief/wire.beanio.xml"))
        .contains("<field name=\"金额元\" literal=\"金额(元)\"/>");
    green();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv|x,y⏎1,2,3|HUB-8020|line 2|3 cells",
        "a.csv|x,y⏎1,\"2|HUB-8020|line 2|quotes",
        "a.csv|x;y⏎1;2|HUB-8022||no header",
        "a.json|[1]|HUB-8022||no object",
        "a.json|{\"a\":[]}|HUB-8022||the list at /a is empty",
        "a.json|{\"a\":1,\"a\":2}|HUB-8020|line 1|Duplicate field",
        "a.yaml|openapi: 3.0.0⏎paths: [⏎|HUB-8020|line 2|not YAML",
        "a.yaml|swagger: '2.0'|HUB-8022||no OpenAPI 3",
        "a.yaml|openapi: 3.0.0⏎paths: {}|HUB-8022||no POST or PUT",
        "a.yaml|openapi: 3.0.0⏎paths: { /a: { post: { requestBody: { content: { application/json: {"
            + " schema: { $ref: '#/components/schemas/N' } } } } } } }⏎components: { schemas: { N:"
            + " { type: object, properties: { l: { $ref: '#/components/schemas/N' }, r: { $ref:"
            + " '#/components/schemas/N' } } } } }|HUB-8022||holds itself",
        "a.xsd|<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'"
            + " type='N'/><xs:complexType name='N'><xs:sequence><xs:element name='b' type='N'"
            + " minOccurs='0'/></xs:sequence></xs:complexType></xs:schema>|HUB-8022||holds itself",
        "a.xsd|<a>⏎<b></a>|HUB-8020|line 2|b",
        "a.xsd|<!DOCTYPE a><xs:schema"
            + " xmlns:xs='http://www.w3.org/2001/XMLSchema'/>|HUB-8020||DOCTYPE",
        "a.xsd|<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>⏎<xs:include"
            + " schemaLocation='../x.xsd'/></xs:schema>|HUB-8020||beside",
        "a.wsdl|<a/>|HUB-8020|line 1|no WSDL",
        "a.wsdl|<a>|HUB-8020||well-formed",
        "a.txt|hello|HUB-8022||does not end with",
      })
  void aSourceThatIsNoUseIsASentence(
      String file, String source, String code, String line, String why) {
    HubException refused = refused(file, source.replace('⏎', '\n'));

    assertThat(refused.problem().code()).isEqualTo(code);
    assertThat(refused.getMessage()).contains(file, line == null ? "" : line);
    assertThat(refused.problem().why()).contains(why);
    assertThat(refused.problem().fix()).isNotBlank();
    assertThat(copy.resolve("mappings")).doesNotExist();
  }

  static String wsdl(String part) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
        xmlns:t="urn:relief:1" targetNamespace="urn:relief:1">
      <wsdl:types>
        <xs:schema targetNamespace="urn:relief:1" elementFormDefault="qualified">
          <xs:element name="Apply">
            <xs:complexType><xs:sequence>
              <xs:element name="messageId" type="xs:string"/>
              <xs:element name="xm" type="t:Name"/>
              <xs:element name="sfzh" type="xs:string"/>
              <xs:element name="applyDate" type="xs:dateTime"/>
              <xs:element name="lossYuan" type="xs:int"/>
            </xs:sequence></xs:complexType>
          </xs:element>
          <xs:element name="ApplyResponse">
            <xs:complexType><xs:sequence>
              <xs:element name="result" type="xs:string"/>
              <xs:element name="number" type="xs:string" minOccurs="0"/>
            </xs:sequence></xs:complexType>
          </xs:element>
          <xs:simpleType name="Name"><xs:restriction base="xs:string"><xs:maxLength value="30"/></xs:restriction></xs:simpleType>
        </xs:schema>
      </wsdl:types>
      <wsdl:message name="in"><wsdl:part name="body" %s/></wsdl:message>
      <wsdl:message name="out"><wsdl:part name="body" element="t:ApplyResponse"/></wsdl:message>
      <wsdl:portType name="Relief">
        <wsdl:operation name="apply"><wsdl:input message="t:in"/><wsdl:output message="t:out"/></wsdl:operation>
      </wsdl:portType>
    </wsdl:definitions>
    """
        .formatted(part);
  }

  @Test
  void whoseNameStandsInABlockOfAnotherNameIsNotGuessed() throws IOException {
    write("sample.json", SAMPLE);

    assertThat(read("mappings/weather-relief/samples/application.sent.json"))
        .contains("\"landlord\":{\"name\":\"李某\"}");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    write("sample.json", SAMPLE);
    Path mine = copy.resolve("connectors/weather-relief/connector.yaml");
    Files.writeString(mine, "# mine");

    HubException refused = refused("sample.json", SAMPLE);

    assertThat(refused.problem().code()).isEqualTo("HUB-8021");
    assertThat(Files.readString(mine)).isEqualTo("# mine");
  }

  @Test
  void aBrokenSourceIsASentenceWithFileAndLineAndLeavesNothingBehind() throws IOException {
    HubException refused = refused("sample.json", "{\n  \"a\": 1,\n  \"b\": }\n");

    assertThat(refused.problem().code()).isEqualTo("HUB-8020");
    assertThat(refused.getMessage()).contains("sample.json line 3");
    assertThat(copy.resolve("connectors")).doesNotExist();
  }

  @Test
  void aQuestionIsAnsweredAtTheCounterAndItsReplyBecomesWhatWasFound() throws IOException {
    String openApi =
        """
        openapi: 3.0.3
        paths:
          /questions:
            post:
              requestBody:
                content:
                  application/json:
                    schema: { type: object, properties: { requestId: { type: string }, sfzh: { type: string } } }
              responses:
                "200":
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          state: { type: string, enum: [FOUND, NOT_FOUND, LATER] }
                          message: { type: string }
                          months: { type: integer }
        """;
    Path from = Files.writeString(copy.resolve("api.yaml"), openApi);
    new ConnectorScaffold(copy)
        .write("weather-relief", from, null, null, "RS9030", "业务审核办结情况", true);

    green();
    assertThat(read("connectors/weather-relief/connector.yaml")).contains("answers: counter }");
    assertThat(read("mappings/weather-relief/codes/state.csv"))
        .contains("FOUND,FOUND,", "NOT_FOUND,NOT_FOUND,")
        .doesNotContain("LATER");
    assertThat(read("mappings/weather-relief/application.test.yaml"))
        .contains("outcome: FOUND", "found: 'months=");
  }

  @Test
  void aSheetAnswersNoQuestion() throws IOException {
    Path from = Files.writeString(copy.resolve("sheet.csv"), "姓名,证件号\n某,1\n");

    HubException refused =
        catchThrowableOfType(
            HubException.class,
            () ->
                new ConnectorScaffold(copy)
                    .write("weather-relief", from, null, null, "RS9030", "查询", true));

    assertThat(refused.problem().code()).isEqualTo("HUB-8022");
    assertThat(copy.resolve("connectors")).doesNotExist();
  }

  private void green() {
    FolderReport report = FolderReport.of(copy, List.of("weather-relief"));
    assertThat(report.findings()).isEmpty();
    assertThat(report.examples()).isPositive();
  }

  private HubException refused(String file, String source) {
    return catchThrowableOfType(HubException.class, () -> write(file, source));
  }

  private void write(String file, String source) throws IOException {
    Path from = Files.writeString(copy.resolve(file), source);
    new ConnectorScaffold(copy).write("weather-relief", from, null, null, "MZ9035", "气象灾害救助");
  }

  private String read(String file) throws IOException {
    return Files.readString(copy.resolve(file));
  }
}
