<?xml version="1.0" encoding="UTF-8"?>
<!-- DA9001, an entry in a register of marriages: with whom, in which year, where. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:shda:lygx:v1"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="search.xsl"/>

  <xsl:template match="item[. = 'DA9001']">HYDJ</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'spouseName'], field[name = 'registeredYear'], field[name = 'registrar']"/>
  </xsl:template>
  <xsl:template match="field[name = 'spouseName']">
    <POXM><xsl:value-of select="wire:fit(value, 90, 'POXM')"/></POXM>
  </xsl:template>
  <xsl:template match="field[name = 'registeredYear']">
    <DJND><xsl:value-of select="wire:fit(value, 4, 'DJND')"/></DJND>
  </xsl:template>
  <xsl:template match="field[name = 'registrar']">
    <DJJG><xsl:value-of select="wire:fit(value, 150, 'DJJG')"/></DJJG>
  </xsl:template>
</xsl:stylesheet>
