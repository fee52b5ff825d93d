package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import java.util.List;

/**
 * The parts of a connector for a department that takes files: columns for the lines sent, and a
 * reader for result files. A sample does not show the result file, so a usual form is assumed.
 */
final class BatchFileDraft {
  private BatchFileDraft() {}

  static void into(ConnectorDraft draft) {
    draft.put("wire.beanio.xml", layout(draft.contract().request().children()));
    draft.put("line.result.xsl", LINE);
    draft.put("verdict.result.xsl", VERDICT);
    draft.put(
        "codes/verdict.csv",
        "ours,theirs,title\nAPPROVED,同意,同意\nREJECTED,不同意,不同意\nNOT_ACCEPTED,不予受理,不予受理\n");
    draft.put("codes/file.csv", "ours,theirs,title\nACCEPTED,已接收,已接收\nNOT_ACCEPTED,格式错误,格式错误\n");
    draft.put("samples/approved.line.txt", "结果,310104-20180702-000901/1,N201800000012,同意,");
    draft.put("samples/new-verdict.line.txt", "结果,310104-20180702-000901/1,N201800000012,待定,");
    draft.put("samples/accepted.sum.txt", "合计,XX20180702000001.csv,1,已接收");
    draft.put("line.test.yaml", LINE_EXAMPLES);
    draft.put("verdict.test.yaml", VERDICT_EXAMPLES);
  }

  private static String layout(List<MessageField> columns) {
    StringBuilder header = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (MessageField column : columns) {
      String name = column.element();
      header.append(
          "      <field name=\"%s\" literal=\"%s\"/>%n"
              .formatted(name, XmlEscaper.escaped(column.name())));
      line.append("      <field name=\"%s\"/>%n".formatted(name));
    }
    return LAYOUT.formatted(header, line);
  }

  private static final String LAYOUT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- Their sheets. What we write is as in their sample; the last line, and all that they write, is assumed. -->
      <beanio xmlns="http://www.beanio.org/2012/03">
        <!-- what we write -->
        <stream name="request" format="csv" strict="true">
          <record name="header" class="map">
      %s    </record>
          <record name="application" class="map">
      %s    </record>
          <record name="trailer" class="map">
            <field name="kind" rid="true" literal="合计"/>
            <field name="file"/>
            <field name="count"/>
          </record>
        </stream>
        <!-- what they write -->
        <stream name="result" format="csv" strict="true">
          <record name="header" class="map">
            <field name="kind" rid="true" literal="类别"/>
            <field name="deliveryId" literal="报文号"/>
            <field name="serial" literal="受理编号"/>
            <field name="verdict" literal="结论"/>
            <field name="reason" literal="原因"/>
          </record>
          <record name="line" class="map">
            <field name="kind" rid="true" literal="结果"/>
            <field name="deliveryId"/>
            <field name="serial"/>
            <field name="verdict"/>
            <field name="reason"/>
          </record>
          <record name="trailer" class="map">
            <field name="kind" rid="true" literal="合计"/>
            <field name="file"/>
            <field name="count"/>
            <field name="code"/>
          </record>
        </stream>
      </beanio>
      """;

  private static final String LINE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- One line of their result sheet: the verdict on one delivery. -->
      <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
        <xsl:template match="/line">
          <answer>
            <delivery><xsl:value-of select="deliveryId"/></delivery>
            <outcome><xsl:value-of select="codes:ours('verdict', verdict)"/></outcome>
            <xsl:if test="serial"><theirNumber><xsl:value-of select="serial"/></theirNumber></xsl:if>
            <xsl:if test="reason"><reason><xsl:value-of select="reason"/></reason></xsl:if>
          </answer>
        </xsl:template>
      </xsl:stylesheet>
      """;

  private static final String VERDICT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- The last line of their result sheet: what they say of our file. Its name stands where a line names a delivery. -->
      <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
          xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
        <xsl:template match="/trailer">
          <answer>
            <delivery><xsl:value-of select="file"/></delivery>
            <outcome><xsl:value-of select="codes:ours('file', code)"/></outcome>
          </answer>
        </xsl:template>
      </xsl:stylesheet>
      """;

  private static final String LINE_EXAMPLES =
      """
      # A line of their result sheet.
      - name: approved
        result: samples/approved.line.txt
        expect: { delivery: 310104-20180702-000901/1, outcome: APPROVED, theirNumber: N201800000012 }
      - name: a verdict that is not in the list means nothing
        result: samples/new-verdict.line.txt
        refuse: { code: HUB-9010, at: /line/verdict }
      """;

  private static final String VERDICT_EXAMPLES =
      """
      # The last line of their result sheet.
      - name: taken in
        result: samples/accepted.sum.txt
        expect: { delivery: XX20180702000001.csv, outcome: ACCEPTED }
      """;
}
