<?xml version="1.0" encoding="UTF-8"?>
<!-- GA9005, a residence permit for another year: business 0202. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'GA9005']">0202</xsl:template>

  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'cardNumber']"/>
  </xsl:template>
</xsl:stylesheet>
