<?xml version="1.0" encoding="UTF-8"?>
<!-- DA9008, a pupil's record: which school, left in which year. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:shda:lygx:v1"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="search.xsl"/>

  <xsl:template match="item[. = 'DA9008']">XJ</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'school'], field[name = 'graduatedYear']"/>
  </xsl:template>
  <xsl:template match="field[name = 'school']">
    <XXMC><xsl:value-of select="wire:fit(value, 150, 'XXMC')"/></XXMC>
  </xsl:template>
  <xsl:template match="field[name = 'graduatedYear']">
    <BYND><xsl:value-of select="wire:fit(value, 4, 'BYND')"/></BYND>
  </xsl:template>
</xsl:stylesheet>
