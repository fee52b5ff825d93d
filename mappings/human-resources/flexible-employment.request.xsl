<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9013, registers somebody who works without an employer: transaction RS0113. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="case[item = 'RS9013']" mode="transaction">RS0113</xsl:template>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'occupation'], field[name = 'workPaper']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'occupation']" mode="item">
    <ACA111><xsl:value-of select="wire:fit(value, 60, 'ACA111')"/></ACA111>
  </xsl:template>
  <!-- the paper by which somebody from elsewhere may work; some are no longer used -->
  <xsl:template match="field[name = 'workPaper']" mode="item">
    <GZZJLX><xsl:value-of select="codes:their('work-paper', value)"/></GZZJLX>
  </xsl:template>
</xsl:stylesheet>
