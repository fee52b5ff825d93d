<?xml version="1.0" encoding="UTF-8"?>
<!-- An application: who, where, when; what is asked for follows in the importing sheet (mode item). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:hr="urn:tongban:human-resources"
    exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case" mode="body">
    <CASENO><xsl:value-of select="number"/></CASENO>
    <AAC003><xsl:value-of select="wire:fit(applicant/name, 50, 'AAC003')"/></AAC003>
    <!-- one permit of ours is two of theirs: its number begins with H for Hong Kong, M for Macao -->
    <AAC058><xsl:value-of select="codes:their('id-type', applicant/idType, substring(applicant/idNumber, 1, 1))"/></AAC058>
    <AAC002><xsl:value-of select="applicant/idNumber"/></AAC002>
    <xsl:if test="applicant/phone"><AAE005><xsl:value-of select="applicant/phone"/></AAE005></xsl:if>
    <SLJG><xsl:value-of select="places/collectingCentre"/></SLJG>
    <SQSJ><xsl:value-of select="hr:time(collectedAt)"/></SQSJ>
    <xsl:apply-templates select="form" mode="item"/>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field" mode="item"/>
</xsl:stylesheet>
