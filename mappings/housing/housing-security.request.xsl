<?xml version="1.0" encoding="UTF-8"?>
<!-- ZJ9007, housing security: business BZ01, block bz. Contract 2.3, section 4.2. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="filing.xsl"/>

  <xsl:template match="item[. = 'ZJ9007']">BZ01</xsl:template>

  <xsl:template match="form">
    <map key="bz">
      <xsl:apply-templates select="field[name = ('householdSize', 'yearlyIncome', 'floorArea')]"/>
    </map>
  </xsl:template>

  <xsl:template match="field[name = 'householdSize']">
    <number key="rks"><xsl:value-of select="wire:number(value, 'rks')"/></number>
  </xsl:template>
  <xsl:template match="field[name = 'yearlyIncome']">
    <number key="nsr"><xsl:value-of select="wire:number(value, 'nsr')"/></number>
  </xsl:template>
  <xsl:template match="field[name = 'floorArea']">
    <number key="jzmj"><xsl:value-of select="wire:number(value, 'jzmj')"/></number>
  </xsl:template>
</xsl:stylesheet>
