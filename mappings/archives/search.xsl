<?xml version="1.0" encoding="UTF-8"?>
<!-- What every request has: who asks, when, where, what for. Interface 1.4, section 2. The kind of files and what is known of the one
     that is sought follow in the importing sheet. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:shda:lygx:v1" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <DACX>
      <QQBH><xsl:value-of select="$delivery"/></QQBH>
      <AJBH><xsl:value-of select="number"/></AJBH>
      <DALX><xsl:apply-templates select="item"/></DALX>
      <SQR><xsl:apply-templates select="applicant" mode="person"/></SQR>
      <xsl:if test="agent">
        <DBR><xsl:apply-templates select="agent" mode="person"/></DBR>
      </xsl:if>
      <SLZX><xsl:value-of select="places/collectingCentre"/></SLZX>
      <!-- their clock is the city's, whatever offset the centre wrote -->
      <SQSJ><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01][Z]')"/></SQSJ>
      <CXTJ><xsl:apply-templates select="form"/></CXTJ>
      <xsl:apply-templates select="form/field[name = 'purpose']"/>
    </DACX>
  </xsl:template>

  <xsl:template match="applicant | agent" mode="person">
    <XM><xsl:value-of select="wire:fit(name, 90, 'XM')"/></XM>
    <ZJLX><xsl:value-of select="codes:their('id-type', idType)"/></ZJLX>
    <ZJHM><xsl:value-of select="idNumber"/></ZJHM>
    <xsl:if test="phone"><LXDH><xsl:value-of select="phone"/></LXDH></xsl:if>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field"/>
  <xsl:template match="field[name = 'purpose']">
    <YT><xsl:value-of select="wire:fit(value, 150, 'YT')"/></YT>
  </xsl:template>
</xsl:stylesheet>
