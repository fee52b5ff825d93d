<?xml version="1.0" encoding="UTF-8"?>
<!-- Every reply. FHM says whether it went through, SPJG is the decision, taken while we wait. LSH repeats our own number,
     which we know; it is not read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <!-- 1002: they call our message malformed; no verdict on the case -->
  <xsl:template match="/RESPONSE[FHM = '1002']" priority="2">
    <xsl:value-of select="wire:malformed(FHM)"/>
  </xsl:template>

  <!-- through, but without a decision: falls to the list below, where 0000 means nothing -->
  <xsl:template match="/RESPONSE[FHM = '0000'][SPJG]" priority="1">
    <answer>
      <outcome><xsl:value-of select="codes:ours('decision', SPJG)"/></outcome>
      <theirNumber><xsl:value-of select="SLBH"/></theirNumber>
      <xsl:apply-templates select="SPYJ, SPSJ"/>
    </answer>
  </xsl:template>

  <xsl:template match="/RESPONSE">
    <answer>
      <outcome><xsl:value-of select="codes:ours('refusal', FHM)"/></outcome>
      <reason><xsl:value-of select="FHXX"/></reason>
    </answer>
  </xsl:template>

  <xsl:template match="SPYJ"><reason><xsl:value-of select="."/></reason></xsl:template>
  <!-- 2018-07-02 08:41:11, on the city's clock -->
  <xsl:template match="SPSJ"><at><xsl:value-of select="translate(., ' ', 'T') || '+08:00'"/></at></xsl:template>
</xsl:stylesheet>
