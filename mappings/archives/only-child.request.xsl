<?xml version="1.0" encoding="UTF-8"?>
<!-- DA9002, the certificate of an only child. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:shda:lygx:v1"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="search.xsl"/>

  <xsl:template match="item[. = 'DA9002']">DSZN</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'childName'], field[name = 'childBornOn']"/>
  </xsl:template>
  <xsl:template match="field[name = 'childName']">
    <ZNXM><xsl:value-of select="wire:fit(value, 90, 'ZNXM')"/></ZNXM>
  </xsl:template>
  <xsl:template match="field[name = 'childBornOn']">
    <ZNCSRQ><xsl:value-of select="wire:day(value, 'ZNCSRQ')"/></ZNCSRQ>
  </xsl:template>
</xsl:stylesheet>
