<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back: transaction C001. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case" mode="transaction">C001</xsl:template>
  <xsl:template match="case" mode="body">
    <YMSGID><xsl:value-of select="$original"/></YMSGID>
    <CXYY><xsl:value-of select="wire:fit($reason, 200, 'CXYY')"/></CXYY>
  </xsl:template>
</xsl:stylesheet>
