<?xml version="1.0" encoding="UTF-8"?>
<!-- Every answer of theirs. JGDM says whether it went through; BLZT where the file stands.
     QQBH repeats our own id, which we know; it is not read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <!-- 2001: they call our message malformed; no verdict on the case -->
  <xsl:template match="/YWHD[JGDM = '2001']">
    <xsl:value-of select="wire:malformed(JGDM)"/>
  </xsl:template>

  <!-- through, but without a state: falls to the list below, where 0000 means nothing -->
  <xsl:template match="/YWHD[JGDM = '0000'][BLZT]" priority="0">
    <answer><xsl:apply-templates select="BLZT, YWLSH, BLYJ, BLSJ"/></answer>
  </xsl:template>

  <xsl:template match="/YWHD" priority="-1">
    <answer>
      <outcome><xsl:value-of select="codes:ours('result', JGDM)"/></outcome>
      <reason><xsl:value-of select="JGMS"/></reason>
    </answer>
  </xsl:template>
</xsl:stylesheet>
