<?xml version="1.0" encoding="UTF-8"?>
<!-- What every message has. SQSJ is when the resident applied, so that the bytes are the same whenever they are made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ga="urn:tongban:public-security" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <!-- their clock is the city's, whatever offset the centre wrote -->
  <xsl:function name="ga:time" as="xs:string">
    <xsl:param name="time" as="element()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01][H01][m01][s01]')"/>
  </xsl:function>
</xsl:stylesheet>
