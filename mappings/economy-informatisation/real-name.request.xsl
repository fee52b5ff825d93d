<?xml version="1.0" encoding="UTF-8"?>
<!-- JX9002, real name of an account on the net: the account, and the level wanted. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'JX9002']">SMRZ</xsl:template>

  <xsl:template match="form">
    <map key="nr"><xsl:apply-templates select="field[name = ('account', 'level')]"/></map>
  </xsl:template>
  <xsl:template match="field[name = 'account']">
    <string key="zh"><xsl:value-of select="wire:fit(value, 64, 'zh')"/></string>
  </xsl:template>
  <xsl:template match="field[name = 'level']">
    <string key="jb"><xsl:value-of select="wire:fit(value, 1, 'jb')"/></string>
  </xsl:template>
</xsl:stylesheet>
