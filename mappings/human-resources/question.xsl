<?xml version="1.0" encoding="UTF-8"?>
<!-- A question at the counter: about whom, from which counter, when. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns:hr="urn:tongban:human-resources"
    exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case" mode="body">
    <AAC003><xsl:value-of select="wire:fit(applicant/name, 50, 'AAC003')"/></AAC003>
    <AAC058><xsl:value-of select="codes:their('id-type', applicant/idType)"/></AAC058>
    <AAC002><xsl:value-of select="applicant/idNumber"/></AAC002>
    <SLJG><xsl:value-of select="places/collectingCentre"/></SLJG>
    <CXSJ><xsl:value-of select="hr:time(collectedAt)"/></CXSJ>
  </xsl:template>
</xsl:stylesheet>
