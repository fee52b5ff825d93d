<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9003, registers treatment in another province: business YD01. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'RS9003']" mode="business">YD01</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'treatmentPlace'], field[name = 'treatmentFrom']"/>
  </xsl:template>
  <xsl:template match="field[name = 'treatmentPlace']">
    <detail1><xsl:value-of select="wire:fit(value, 60, 'detail1')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'treatmentFrom']">
    <detail2><xsl:value-of select="wire:day(value, 'detail2')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
