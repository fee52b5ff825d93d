<?xml version="1.0" encoding="UTF-8"?>
<!-- Every answer. The code says whether it went through, jg is the decision, taken while we wait. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <!-- G001: they call our message malformed, or cannot open a field; no verdict on the case -->
  <xsl:template match="/map[string[@key = 'code'] = 'G001']" priority="2">
    <xsl:value-of select="wire:malformed(string[@key = 'code'])"/>
  </xsl:template>

  <xsl:template match="/map[string[@key = 'jg']]" priority="1">
    <answer>
      <outcome><xsl:value-of select="codes:ours('decision', string[@key = 'jg'])"/></outcome>
      <theirNumber><xsl:value-of select="string[@key = 'slh']"/></theirNumber>
      <xsl:apply-templates select="string[@key = 'yy'], string[@key = 'bjsj']"/>
    </answer>
  </xsl:template>

  <xsl:template match="/map">
    <answer>
      <outcome><xsl:value-of select="codes:ours('refusal', string[@key = 'code'])"/></outcome>
      <reason><xsl:value-of select="string[@key = 'msg']"/></reason>
    </answer>
  </xsl:template>

  <xsl:template match="string[@key = 'yy']"><reason><xsl:value-of select="."/></reason></xsl:template>
  <xsl:template match="string[@key = 'bjsj']"><at><xsl:value-of select="."/></at></xsl:template>
</xsl:stylesheet>
