<?xml version="1.0" encoding="UTF-8"?>
<!-- CL9003, allowance for the care of severe cases. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'care']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'care']" mode="item">
    <HLFS><xsl:value-of select="wire:fit(value, 60, 'HLFS')"/></HLFS>
  </xsl:template>
</xsl:stylesheet>
