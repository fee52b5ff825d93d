<?xml version="1.0" encoding="UTF-8"?>
<!-- LS9001, changes the bank card to which the food subsidy goes: business FS01. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="line.xsl"/>

  <xsl:template match="case[item = 'LS9001']" mode="business">FS01</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'bank'], field[name = 'bankCard']"/>
  </xsl:template>
  <xsl:template match="field[name = 'bank']">
    <detail1><xsl:value-of select="wire:fit(value, 80, '明细一')"/></detail1>
  </xsl:template>
  <xsl:template match="field[name = 'bankCard']">
    <detail2><xsl:value-of select="wire:fit(value, 19, '明细二')"/></detail2>
  </xsl:template>
</xsl:stylesheet>
