<?xml version="1.0" encoding="UTF-8"?>
<!-- What they leave on their queue: that they have it, how they decided, or that it is taken back. Agreement 2.1, section 5. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <!-- GSCW: they call our message malformed; no verdict on the case -->
  <xsl:template match="/map[string[@key = 'status'] = 'GSCW']" priority="2">
    <xsl:value-of select="wire:malformed(string[@key = 'status'])"/>
  </xsl:template>

  <xsl:template match="/map">
    <answer>
      <delivery><xsl:value-of select="string[@key = 'applicationNo']"/></delivery>
      <outcome><xsl:value-of select="codes:ours('status', string[@key = 'status'])"/></outcome>
      <xsl:apply-templates select="string[@key = 'unionNo']"/>
      <theirMessageId><xsl:value-of select="string[@key = 'noticeId']"/></theirMessageId>
      <xsl:apply-templates select="string[@key = 'remark']"/>
      <at><xsl:value-of select="string[@key = 'at']"/></at>
    </answer>
  </xsl:template>

  <xsl:template match="string[@key = 'unionNo']">
    <theirNumber><xsl:value-of select="."/></theirNumber>
  </xsl:template>
  <xsl:template match="string[@key = 'remark']">
    <reason><xsl:value-of select="."/></reason>
  </xsl:template>
</xsl:stylesheet>
