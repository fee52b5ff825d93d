<?xml version="1.0" encoding="UTF-8"?>
<!-- GJ9002, the bank branches of a district that take payments or pay out: gjj.103. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns="urn:gjj:std:01" exclude-result-prefixes="#all">
  <xsl:import href="question.xsl"/>

  <xsl:template match="case">
    <Document><BkQry><xsl:apply-templates select="." mode="question"/></BkQry></Document>
  </xsl:template>

  <xsl:template match="form" mode="item">
    <xsl:apply-templates select="field[name = 'district'], field[name = 'business']" mode="item"/>
  </xsl:template>
  <xsl:template match="field[name = 'district']" mode="item">
    <xzqh><xsl:value-of select="value"/></xzqh>
  </xsl:template>
  <xsl:template match="field[name = 'business']" mode="item">
    <ywlx><xsl:value-of select="codes:their('business', value)"/></ywlx>
  </xsl:template>
</xsl:stylesheet>
