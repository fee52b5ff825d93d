<?xml version="1.0" encoding="UTF-8"?>
<!-- What every filing has: who, when, where, with which papers. Contract 2.3, section 4. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <map>
      <string key="deliveryId"><xsl:value-of select="$delivery"/></string>
      <string key="caseNo"><xsl:value-of select="number"/></string>
      <string key="ywlx"><xsl:apply-templates select="item"/></string>
      <map key="sqr"><xsl:apply-templates select="applicant" mode="person"/></map>
      <xsl:if test="agent">
        <map key="dlr"><xsl:apply-templates select="agent" mode="person"/></map>
      </xsl:if>
      <!-- the day at the counter, in the city's time whatever offset the centre wrote -->
      <string key="sqrq"><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01]')"/></string>
      <string key="sldw"><xsl:value-of select="places/collectingCentre"/></string>
      <xsl:apply-templates select="form"/>
      <array key="cl"><xsl:apply-templates select="materials/material"/></array>
    </map>
  </xsl:template>

  <xsl:template match="applicant | agent" mode="person">
    <string key="xm"><xsl:value-of select="wire:fit(name, 60, 'xm')"/></string>
    <string key="zjlx"><xsl:value-of select="codes:their('id-type', idType)"/></string>
    <string key="zjhm"><xsl:value-of select="idNumber"/></string>
    <xsl:if test="phone"><string key="lxdh"><xsl:value-of select="phone"/></string></xsl:if>
  </xsl:template>

  <xsl:template match="material">
    <map>
      <string key="bh"><xsl:value-of select="wire:fit(code, 40, 'bh')"/></string>
      <string key="mc"><xsl:value-of select="wire:fit(title, 300, 'mc')"/></string>
      <string key="ly"><xsl:value-of select="source"/></string>
    </map>
  </xsl:template>
</xsl:stylesheet>
