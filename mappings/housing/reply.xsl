<?xml version="1.0" encoding="UTF-8"?>
<!-- Every answer of theirs: either a filing's state, or a code that says no.
     The code decides and not the status: 404 is WZD (no such delivery) or WZJK (no such interface). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="/map[string[@key = 'zt']]">
    <answer>
      <xsl:apply-templates select="." mode="outcome"/>
      <xsl:apply-templates select="string[@key = 'yy']"/>
      <xsl:apply-templates select="string[@key = 'slsj']"/>
    </answer>
  </xsl:template>

  <!-- GSCW: they call our message malformed; no verdict on the case -->
  <xsl:template match="/map[string[@key = 'code'] = 'GSCW']" priority="2">
    <xsl:value-of select="wire:malformed(string[@key = 'code'])"/>
  </xsl:template>

  <xsl:template match="/map[string[@key = 'code']]">
    <answer>
      <outcome><xsl:value-of select="codes:ours('refusal', string[@key = 'code'])"/></outcome>
      <xsl:apply-templates select="string[@key = 'yy']"/>
    </answer>
  </xsl:template>
</xsl:stylesheet>
