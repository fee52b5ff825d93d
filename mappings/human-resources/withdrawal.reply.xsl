<?xml version="1.0" encoding="UTF-8"?>
<!-- The reply to a withdrawal: gone through means withdrawn. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="/ROOT[HEAD/BUSCODE = '000000']">
    <answer>
      <outcome>WITHDRAWN</outcome>
      <xsl:if test="BODY/SBLSH"><theirNumber><xsl:value-of select="BODY/SBLSH"/></theirNumber></xsl:if>
      <xsl:apply-templates select="BODY/BLSJ"/>
    </answer>
  </xsl:template>
</xsl:stylesheet>
