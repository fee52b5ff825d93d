<?xml version="1.0" encoding="UTF-8"?>
<!-- What their reply means. BUSCODE says whether it went through; what "through" means, says the importing sheet. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <!-- 100002: they call our message malformed; no verdict on the case -->
  <xsl:template match="/ROOT[HEAD/BUSCODE = '100002']">
    <xsl:value-of select="wire:malformed(HEAD/BUSCODE)"/>
  </xsl:template>

  <!-- through, but without a decision: falls to the list below, where 000000 means nothing -->
  <xsl:template match="/ROOT[HEAD/BUSCODE = '000000'][BODY/BLJG]" priority="0">
    <answer>
      <outcome><xsl:apply-templates select="BODY" mode="outcome"/></outcome>
      <theirNumber><xsl:value-of select="BODY/SBLSH"/></theirNumber>
      <xsl:apply-templates select="BODY/BLYJ, BODY/BLSJ"/>
    </answer>
  </xsl:template>

  <xsl:template match="/ROOT" priority="-1">
    <answer>
      <outcome><xsl:value-of select="codes:ours('buscode', HEAD/BUSCODE)"/></outcome>
      <reason><xsl:value-of select="HEAD/BUSMSG"/></reason>
    </answer>
  </xsl:template>

  <xsl:template match="BLYJ"><reason><xsl:value-of select="."/></reason></xsl:template>
  <!-- 20180702084111, on the city's clock -->
  <xsl:template match="BLSJ">
    <at><xsl:value-of select="replace(., '^(....)(..)(..)(..)(..)(..)$', '$1-$2-$3T$4:$5:$6+08:00')"/></at>
  </xsl:template>
</xsl:stylesheet>
