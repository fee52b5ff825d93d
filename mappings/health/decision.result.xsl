<?xml version="1.0" encoding="UTF-8"?>
<!-- How they decided, in a call of theirs: ORU^R01. ORC-2 is our delivery id, ORC-3 their number, OBX-5 the decision. Section 6. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:template match="/HL7Message">
    <answer>
      <delivery><xsl:value-of select="ORC/ORC.2/ORC.2.1"/></delivery>
      <outcome><xsl:value-of select="codes:ours('decision', OBX/OBX.5/OBX.5.1)"/></outcome>
      <theirNumber><xsl:value-of select="ORC/ORC.3/ORC.3.1"/></theirNumber>
      <theirMessageId><xsl:value-of select="MSH/MSH.10/MSH.10.1"/></theirMessageId>
      <xsl:apply-templates select="NTE"/>
      <at><xsl:apply-templates select="OBX/OBX.14/OBX.14.1"/></at>
    </answer>
  </xsl:template>

  <xsl:template match="NTE"><reason><xsl:value-of select="NTE.3/NTE.3.1"/></reason></xsl:template>

  <!-- 20180702091500+0800 -->
  <xsl:template match="OBX.14.1">
    <xsl:value-of select="replace(., '^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$', '$1-$2-$3T$4:$5:$6$7:$8')"/>
  </xsl:template>
</xsl:stylesheet>
