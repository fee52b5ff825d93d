<?xml version="1.0" encoding="UTF-8"?>
<!-- ZJ9001, lease filing: business ZF01, block zl. Contract 2.3, section 4.1. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="filing.xsl"/>

  <xsl:template match="item[. = 'ZJ9001']">ZF01</xsl:template>

  <xsl:template match="form">
    <map key="zl">
      <xsl:apply-templates select="field[name = ('address', 'monthlyRent', 'leaseFrom', 'leaseTo', 'landlordName')]"/>
    </map>
  </xsl:template>

  <xsl:template match="field[name = 'address']">
    <string key="dz"><xsl:value-of select="wire:fit(value, 300, 'dz')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'monthlyRent']">
    <number key="yzj"><xsl:value-of select="wire:number(value, 'yzj')"/></number>
  </xsl:template>
  <xsl:template match="field[name = 'leaseFrom']">
    <string key="qsrq"><xsl:value-of select="wire:day(value, 'qsrq')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'leaseTo']">
    <string key="zzrq"><xsl:value-of select="wire:day(value, 'zzrq')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'landlordName']">
    <string key="czrxm"><xsl:value-of select="wire:fit(value, 60, 'czrxm')"/></string>
  </xsl:template>
</xsl:stylesheet>
