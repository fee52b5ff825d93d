<?xml version="1.0" encoding="UTF-8"?>
<!-- What housing's words mean, whether they answer, are asked, or tell us. Contract 2.3, sections 5 to 7. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xpath-default-namespace="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:template match="map" mode="outcome">
    <outcome>
      <xsl:choose>
        <!-- BJ, finished: how, says jg -->
        <xsl:when test="string[@key = 'zt'] = 'BJ'">
          <xsl:value-of select="codes:ours('decision', string[@key = 'jg'])"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="codes:ours('state', string[@key = 'zt'])"/></xsl:otherwise>
      </xsl:choose>
    </outcome>
    <theirNumber><xsl:value-of select="string[@key = 'slh']"/></theirNumber>
  </xsl:template>

  <xsl:template match="string[@key = 'yy']">
    <reason><xsl:value-of select="."/></reason>
  </xsl:template>
  <xsl:template match="string[@key = ('slsj', 'bjsj')]">
    <at><xsl:value-of select="."/></at>
  </xsl:template>
</xsl:stylesheet>
