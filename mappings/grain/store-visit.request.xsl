<?xml version="1.0" encoding="UTF-8"?>
<!-- LS9003, asks for a visit to a grain store: business LD03. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'LS9003']" mode="business">LD03</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'store'], field[name = 'visitOn']"/>
  </xsl:template>
  <xsl:template match="field[name = 'store']">
    <detail1><xsl:value-of select="wire:fit(value, 80, '明细一')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'visitOn']">
    <detail2><xsl:value-of select="wire:day(value, '明细二')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
