<?xml version="1.0" encoding="UTF-8"?>
<!-- An application: who, where, when; the kind of business and its fields follow in the importing sheet. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:ga="urn:tongban:public-security"
    exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case">
    <YWSQ>
      <QQBH><xsl:value-of select="$delivery"/></QQBH>
      <AJBH><xsl:value-of select="number"/></AJBH>
      <YWLX><xsl:apply-templates select="item"/></YWLX>
      <XM><xsl:value-of select="wire:fit(applicant/name, 60, 'XM')"/></XM>
      <xsl:apply-templates select="applicant" mode="papers"/>
      <xsl:if test="applicant/phone"><LXDH><xsl:value-of select="applicant/phone"/></LXDH></xsl:if>
      <SLDW><xsl:value-of select="places/collectingCentre"/></SLDW>
      <SQSJ><xsl:value-of select="ga:time(collectedAt)"/></SQSJ>
      <xsl:apply-templates select="form"/>
    </YWSQ>
  </xsl:template>

  <!-- the citizen number has a field of its own; whoever has none is known by kind and number of his papers -->
  <xsl:template match="applicant[idType = 'RESIDENT_ID']" mode="papers">
    <GMSFHM><xsl:value-of select="idNumber"/></GMSFHM>
  </xsl:template>
  <xsl:template match="applicant" mode="papers">
    <ZJLX><xsl:value-of select="codes:their('id-type', idType)"/></ZJLX>
    <ZJHM><xsl:value-of select="idNumber"/></ZJHM>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field"/>
  <xsl:template match="field[name = 'cardNumber']">
    <JZZBH><xsl:value-of select="wire:fit(value, 12, 'JZZBH')"/></JZZBH>
  </xsl:template>
  <xsl:template match="field[name = 'address']">
    <JZDZ><xsl:value-of select="wire:fit(value, 200, 'JZDZ')"/></JZDZ>
  </xsl:template>
</xsl:stylesheet>
