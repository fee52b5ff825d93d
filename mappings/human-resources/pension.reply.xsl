<?xml version="1.0" encoding="UTF-8"?>
<!-- AIC160 is the first month, AIC263 the amount. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="finding.xsl"/>

  <xsl:template match="AIC160" mode="found">
    <fact>
      <name>firstMonth</name>
      <title>首次发放年月</title>
      <value><xsl:value-of select="."/></value>
    </fact>
  </xsl:template>
  <xsl:template match="AIC263" mode="found">
    <fact>
      <name>monthlyPension</name>
      <title>月养老金</title>
      <value><xsl:value-of select="."/></value>
    </fact>
  </xsl:template>
</xsl:stylesheet>
