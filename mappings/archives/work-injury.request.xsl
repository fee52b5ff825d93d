<?xml version="1.0" encoding="UTF-8"?>
<!-- DA9007, the recognition of an injury at work: by whom employed, in which year. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:shda:lygx:v1"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="search.xsl"/>

  <xsl:template match="item[. = 'DA9007']">GSRD</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'employer'], field[name = 'recognisedYear']"/>
  </xsl:template>
  <xsl:template match="field[name = 'employer']">
    <DWMC><xsl:value-of select="wire:fit(value, 150, 'DWMC')"/></DWMC>
  </xsl:template>
  <xsl:template match="field[name = 'recognisedYear']">
    <RDND><xsl:value-of select="wire:fit(value, 4, 'RDND')"/></RDND>
  </xsl:template>
</xsl:stylesheet>
