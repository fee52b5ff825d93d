<?xml version="1.0" encoding="UTF-8"?>
<!-- What their web-hook tells: a card is made, or will not be. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:gat:rkgl:v1"
    exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="/ZZTZ">
    <answer>
      <delivery><xsl:value-of select="QQBH"/></delivery>
      <xsl:apply-templates select="BLZT, YWLSH"/>
      <theirMessageId><xsl:value-of select="TZBH"/></theirMessageId>
      <xsl:apply-templates select="BLYJ, BLSJ"/>
    </answer>
  </xsl:template>
</xsl:stylesheet>
