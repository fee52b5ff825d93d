<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9012 for the bare pipe: a canonical case to human resources' transaction RS0112. Written for the bench alone. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pipe="urn:tongban:pipe" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <ROOT>
      <HEAD>
        <TRANSCODE>RS0112</TRANSCODE>
        <MSGID><xsl:value-of select="$delivery"/></MSGID>
        <SENDTIME><xsl:value-of select="pipe:time(receivedAt)"/></SENDTIME>
      </HEAD>
      <BODY>
        <CASENO><xsl:value-of select="number"/></CASENO>
        <AAC003><xsl:value-of select="applicant/name"/></AAC003>
        <AAC058><xsl:value-of select="if (applicant/idType = 'RESIDENT_ID') then '01' else error()"/></AAC058>
        <AAC002><xsl:value-of select="applicant/idNumber"/></AAC002>
        <xsl:if test="applicant/phone"><AAE005><xsl:value-of select="applicant/phone"/></AAE005></xsl:if>
        <SLJG><xsl:value-of select="places/collectingCentre"/></SLJG>
        <SQSJ><xsl:value-of select="pipe:time(collectedAt)"/></SQSJ>
        <AAE201><xsl:value-of select="form/field[name = 'contributionMonths']/value"/></AAE201>
        <AAE010><xsl:value-of select="form/field[name = 'bankCard']/value"/></AAE010>
      </BODY>
    </ROOT>
  </xsl:template>

  <xsl:function name="pipe:time" as="xs:string">
    <xsl:param name="time" as="element()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01][H01][m01][s01]')"/>
  </xsl:function>
</xsl:stylesheet>
