<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9022, moves an insurance here from another city: business ZY01. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'RS9022']" mode="business">ZY01</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'fromCity'], field[name = 'months']"/>
  </xsl:template>
  <xsl:template match="field[name = 'fromCity']">
    <detail1><xsl:value-of select="wire:fit(value, 60, 'detail1')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'months']">
    <detail2><xsl:value-of select="wire:number(value, 'detail2')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
