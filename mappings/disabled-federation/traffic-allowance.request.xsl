<?xml version="1.0" encoding="UTF-8"?>
<!-- CL9001, allowance for transport. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'bankCard']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'bankCard']" mode="item">
    <YHKH><xsl:value-of select="wire:fit(value, 19, 'YHKH')"/></YHKH>
  </xsl:template>
</xsl:stylesheet>
