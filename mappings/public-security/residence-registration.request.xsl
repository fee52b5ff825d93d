<?xml version="1.0" encoding="UTF-8"?>
<!-- GA9003, somebody who lives elsewhere than registered: business 0301. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GA9003']">0301</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'address'], field[name = 'movedInOn'], field[name = 'livingReason']"/>
  </xsl:template>
  <xsl:template match="field[name = 'movedInOn']">
    <RZRQ><xsl:value-of select="wire:day(value, 'RZRQ')"/></RZRQ>
  </xsl:template>
  <xsl:template match="field[name = 'livingReason']">
    <JZSY><xsl:value-of select="codes:their('living-reason', value)"/></JZSY>
  </xsl:template>
</xsl:stylesheet>
