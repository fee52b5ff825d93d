<?xml version="1.0" encoding="UTF-8"?>
<!-- Their answer: what they found, as an extract; that there is nothing; or that the request is left. Interface 1.4, section 4. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:shda:lygx:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <!-- 9: they call our message malformed; no verdict on the case -->
  <xsl:template match="/DAHF[JG = '9']" priority="2">
    <xsl:value-of select="wire:malformed(JG)"/>
  </xsl:template>

  <xsl:template match="/DAHF">
    <answer>
      <delivery><xsl:value-of select="QQBH"/></delivery>
      <xsl:apply-templates select="JG, DALSH"/>
      <theirMessageId><xsl:value-of select="HFBH"/></theirMessageId>
      <xsl:apply-templates select="if (ZM) then ZM else SM"/>
      <at><xsl:value-of select="BLSJ"/></at>
    </answer>
  </xsl:template>

  <!-- found is what comes with an extract, and nothing else does -->
  <xsl:template match="JG[../ZM]">
    <outcome><xsl:value-of select="codes:ours('found', .)"/></outcome>
  </xsl:template>
  <xsl:template match="JG">
    <outcome><xsl:value-of select="codes:ours('result', .)"/></outcome>
  </xsl:template>

  <xsl:template match="DALSH"><theirNumber><xsl:value-of select="."/></theirNumber></xsl:template>
  <xsl:template match="SM"><reason><xsl:value-of select="."/></reason></xsl:template>

  <!-- the document itself stays in their message, which the trail keeps whole -->
  <xsl:template match="ZM">
    <reason>已出具电子证明(PDF,<xsl:value-of select="YS"/>页,<xsl:value-of select="wire:attached(NR, ZY, WJLX, 500000)"/>字节)</reason>
  </xsl:template>
</xsl:stylesheet>
