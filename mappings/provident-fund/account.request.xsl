<?xml version="1.0" encoding="UTF-8"?>
<!-- GJ9001, a resident's account and what was paid in a year: gjj.101. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns="urn:gjj:std:01" exclude-result-prefixes="#all">
  <xsl:import href="question.xsl"/>

  <xsl:template match="case">
    <Document><AcctQry><xsl:apply-templates select="." mode="question"/></AcctQry></Document>
  </xsl:template>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'year'], field[name = 'purpose']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'year']" mode="item">
    <nd><xsl:value-of select="value"/></nd>
  </xsl:template>
  <xsl:template match="field[name = 'purpose']" mode="item">
    <cxyt><xsl:value-of select="codes:their('purpose', value)"/></cxyt>
  </xsl:template>
</xsl:stylesheet>
