<?xml version="1.0" encoding="UTF-8"?>
<!-- What every line of ours begins with, and how the city's clock is written: 2018/07/02 08:41:10. 申请时间 is when the
     resident stood at the counter, so that the bytes are the same whenever they are made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:ls="urn:tongban:grain"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <application>
      <kind>申请</kind>
      <business><xsl:apply-templates select="." mode="business"/></business>
      <deliveryId><xsl:value-of select="$delivery"/></deliveryId>
      <caseNo><xsl:value-of select="number"/></caseNo>
      <name><xsl:value-of select="wire:fit(applicant/name, 60, '姓名')"/></name>
      <papers><xsl:value-of select="codes:their('id-type', applicant/idType)"/></papers>
      <idNumber><xsl:value-of select="applicant/idNumber"/></idNumber>
      <xsl:if test="applicant/phone"><phone><xsl:value-of select="applicant/phone"/></phone></xsl:if>
      <centre><xsl:value-of select="places/collectingCentre"/></centre>
      <at><xsl:value-of select="ls:time(collectedAt)"/></at>
      <xsl:apply-templates select="form"/>
    </application>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field"/>

  <xsl:function name="ls:time" as="xs:string">
    <xsl:param name="time" as="element()"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001]/[M01]/[D01] [H01]:[m01]:[s01]')"/>
  </xsl:function>
</xsl:stylesheet>
