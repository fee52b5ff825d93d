<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9007, settles the costs of a treatment: business JS01. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'RS9007']" mode="business">JS01</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'hospital'], field[name = 'amount']"/>
  </xsl:template>
  <xsl:template match="field[name = 'hospital']">
    <detail1><xsl:value-of select="wire:fit(value, 60, 'detail1')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'amount']">
    <detail2><xsl:value-of select="wire:number(value, 'detail2')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
