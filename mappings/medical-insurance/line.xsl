<?xml version="1.0" encoding="UTF-8"?>
<!-- What every line of ours begins with, and how the city's clock is written. SQSJ is when the resident stood at
     the counter, so that the bytes are the same whenever they are made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:mi="urn:tongban:medical-insurance"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <application>
      <kind>A</kind>
      <business><xsl:apply-templates select="." mode="business"/></business>
      <deliveryId><xsl:value-of select="$delivery"/></deliveryId>
      <caseNo><xsl:value-of select="number"/></caseNo>
      <AAC003><xsl:value-of select="wire:fit(applicant/name, 50, 'AAC003')"/></AAC003>
      <!-- one permit of ours is two of theirs: its number begins with H for Hong Kong, M for Macao -->
      <AAC058><xsl:value-of select="codes:their('id-type', applicant/idType, substring(applicant/idNumber, 1, 1))"/></AAC058>
      <AAC002><xsl:value-of select="applicant/idNumber"/></AAC002>
      <xsl:if test="applicant/phone"><AAE005><xsl:value-of select="applicant/phone"/></AAE005></xsl:if>
      <SLJG><xsl:value-of select="places/collectingCentre"/></SLJG>
      <SQSJ><xsl:value-of select="mi:time(collectedAt)"/></SQSJ>
      <xsl:apply-templates select="form"/>
    </application>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field"/>

  <xsl:function name="mi:time" as="xs:string">
    <xsl:param name="time" as="element()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01][H01][m01][s01]')"/>
  </xsl:function>
</xsl:stylesheet>
