<?xml version="1.0" encoding="UTF-8"?>
<!-- Every message: HEAD with the transaction, BODY with plain fields. SENDTIME is when the case reached us, so that
     the bytes are the same whenever they are made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:hr="urn:tongban:human-resources"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <ROOT>
      <HEAD>
        <TRANSCODE><xsl:apply-templates select="." mode="transaction"/></TRANSCODE>
        <MSGID><xsl:value-of select="$delivery"/></MSGID>
        <SENDTIME><xsl:value-of select="hr:time(receivedAt)"/></SENDTIME>
      </HEAD>
      <BODY><xsl:apply-templates select="." mode="body"/></BODY>
    </ROOT>
  </xsl:template>

  <!-- their clock is the city's, whatever offset the centre wrote -->
  <xsl:function name="hr:time" as="xs:string">
    <xsl:param name="time" as="element()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01][H01][m01][s01]')"/>
  </xsl:function>
</xsl:stylesheet>
