<?xml version="1.0" encoding="UTF-8"?>
<!-- AAE200 is all months in one; AAE002 and AAC040 are the last ones, month and base, the n-th belonging to the n-th. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="finding.xsl"/>

  <xsl:template match="AAE200" mode="found">
    <fact>
      <name>contributionMonths</name>
      <title>累计缴费月数</title>
      <value><xsl:value-of select="."/></value>
    </fact>
  </xsl:template>
  <xsl:template match="AAE002" mode="found">
    <fact>
      <row><xsl:number level="single" count="AAE002"/></row>
      <name>month</name>
      <title>缴费年月</title>
      <value><xsl:value-of select="."/></value>
    </fact>
  </xsl:template>
  <xsl:template match="AAC040" mode="found">
    <fact>
      <row><xsl:number level="single" count="AAC040"/></row>
      <name>base</name>
      <title>缴费基数</title>
      <value><xsl:value-of select="."/></value>
    </fact>
  </xsl:template>
</xsl:stylesheet>
