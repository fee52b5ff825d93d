<?xml version="1.0" encoding="UTF-8"?>
<!-- CL9004, a telephone tariff for those who do not hear or speak. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'mobile']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'mobile']" mode="item">
    <SJHM><xsl:value-of select="wire:fit(value, 11, 'SJHM')"/></SJHM>
  </xsl:template>
</xsl:stylesheet>
