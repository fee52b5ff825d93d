<?xml version="1.0" encoding="UTF-8"?>
<!-- An application: who, where, when; what is asked for (nr) is in the importing sheet. Name, number and phone are sealed
     to this message and their field, so that none can be moved to another. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <map>
      <string key="lsh"><xsl:value-of select="$delivery"/></string>
      <string key="bjbh"><xsl:value-of select="number"/></string>
      <string key="sxdm"><xsl:apply-templates select="item"/></string>
      <map key="sqr">
        <string key="xm"><xsl:value-of select="wire:sealed(applicant/name, $delivery || '/xm')"/></string>
        <string key="zjlx"><xsl:value-of select="codes:their('id-type', applicant/idType)"/></string>
        <string key="zjhm"><xsl:value-of select="wire:sealed(applicant/idNumber, $delivery || '/zjhm')"/></string>
        <xsl:if test="applicant/phone">
          <string key="lxdh"><xsl:value-of select="wire:sealed(applicant/phone, $delivery || '/lxdh')"/></string>
        </xsl:if>
      </map>
      <string key="sldw"><xsl:value-of select="places/collectingCentre"/></string>
      <!-- in the city's time whatever offset the centre wrote -->
      <string key="sqsj"><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]+08:00')"/></string>
      <xsl:apply-templates select="form"/>
    </map>
  </xsl:template>
</xsl:stylesheet>
