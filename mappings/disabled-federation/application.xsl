<?xml version="1.0" encoding="UTF-8"?>
<!-- An application: who, where, when, and the number of the disability card; what is asked for follows in the importing
     sheet (mode item). LSH is our delivery's id: they write it down and never look it up. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <REQUEST>
      <LSH><xsl:value-of select="$delivery"/></LSH>
      <BJBH><xsl:value-of select="number"/></BJBH>
      <XM><xsl:value-of select="wire:fit(applicant/name, 60, 'XM')"/></XM>
      <ZJLX><xsl:value-of select="codes:their('id-type', applicant/idType)"/></ZJLX>
      <ZJHM><xsl:value-of select="applicant/idNumber"/></ZJHM>
      <xsl:if test="applicant/phone"><LXDH><xsl:value-of select="applicant/phone"/></LXDH></xsl:if>
      <SLDW><xsl:value-of select="places/collectingCentre"/></SLDW>
      <!-- their clock is the city's, whatever offset the centre wrote -->
      <SQSJ><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01] [H01]:[m01]:[s01]')"/></SQSJ>
      <xsl:apply-templates select="form/field[name = 'disabilityCard']"/>
      <xsl:apply-templates select="form" mode="item"/>
    </REQUEST>
  </xsl:template>

  <xsl:template match="field[name = 'disabilityCard']">
    <CJZH><xsl:value-of select="wire:fit(value, 20, 'CJZH')"/></CJZH>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field" mode="item"/>
</xsl:stylesheet>
