<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9006, enrols a resident: business CB01. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'RS9006']" mode="business">CB01</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'category'], field[name = 'yearlyIncome']"/>
  </xsl:template>
  <xsl:template match="field[name = 'category']">
    <detail1><xsl:value-of select="wire:fit(value, 60, 'detail1')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'yearlyIncome']">
    <detail2><xsl:value-of select="wire:number(value, 'detail2')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
