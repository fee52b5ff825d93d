<?xml version="1.0" encoding="UTF-8"?>
<!-- What their web-hook tells: first SHZ (under review), then BJ (finished). Contract 2.3, section 7. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions" exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="/map">
    <answer>
      <delivery><xsl:value-of select="string[@key = 'deliveryId']"/></delivery>
      <xsl:apply-templates select="." mode="outcome"/>
      <theirMessageId><xsl:value-of select="string[@key = 'resultId']"/></theirMessageId>
      <xsl:apply-templates select="string[@key = 'yy']"/>
      <xsl:apply-templates select="string[@key = 'bjsj']"/>
    </answer>
  </xsl:template>
</xsl:stylesheet>
