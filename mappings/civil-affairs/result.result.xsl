<?xml version="1.0" encoding="UTF-8"?>
<!-- A row of ex_result_out: that they have it, how they decided, or that it is taken back. Agreement 3.0, table 3. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:codes="urn:tongban:codes"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <!-- 90: they cannot read our row; no verdict on the case -->
  <xsl:template match="/ex_result_out[outcome = '90']" priority="2">
    <xsl:value-of select="wire:malformed(outcome)"/>
  </xsl:template>

  <xsl:template match="/ex_result_out">
    <answer>
      <delivery><xsl:value-of select="delivery_id"/></delivery>
      <outcome><xsl:value-of select="codes:ours('outcome', outcome)"/></outcome>
      <xsl:apply-templates select="their_no"/>
      <theirMessageId><xsl:value-of select="result_id"/></theirMessageId>
      <xsl:apply-templates select="reason"/>
      <at><xsl:value-of select="decided_at"/></at>
    </answer>
  </xsl:template>

  <xsl:template match="their_no">
    <theirNumber><xsl:value-of select="."/></theirNumber>
  </xsl:template>
  <xsl:template match="reason">
    <reason><xsl:value-of select="."/></reason>
  </xsl:template>
</xsl:stylesheet>
