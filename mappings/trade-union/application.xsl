<?xml version="1.0" encoding="UTF-8"?>
<!-- What every application has: who, when, where, with which papers. Agreement 2.1, section 3. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire"
    exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <map>
      <string key="schemaVersion">2.1</string>
      <string key="kind">SQ</string>
      <string key="applicationNo"><xsl:value-of select="$delivery"/></string>
      <string key="caseNo"><xsl:value-of select="number"/></string>
      <string key="service"><xsl:apply-templates select="item"/></string>
      <map key="member"><xsl:apply-templates select="applicant" mode="person"/></map>
      <xsl:if test="agent">
        <map key="handler"><xsl:apply-templates select="agent" mode="person"/></map>
      </xsl:if>
      <!-- the day at the counter, in the city's time whatever offset the centre wrote -->
      <string key="appliedOn"><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01]')"/></string>
      <string key="centre"><xsl:value-of select="places/collectingCentre"/></string>
      <map key="details"><xsl:apply-templates select="form"/></map>
      <array key="papers"><xsl:apply-templates select="materials/material"/></array>
    </map>
  </xsl:template>

  <xsl:template match="applicant | agent" mode="person">
    <string key="name"><xsl:value-of select="wire:fit(name, 90, 'name')"/></string>
    <string key="certType"><xsl:value-of select="codes:their('id-type', idType)"/></string>
    <string key="certNo"><xsl:value-of select="idNumber"/></string>
    <xsl:if test="phone"><string key="mobile"><xsl:value-of select="phone"/></string></xsl:if>
  </xsl:template>

  <xsl:template match="material">
    <map>
      <string key="code"><xsl:value-of select="wire:fit(code, 40, 'code')"/></string>
      <string key="title"><xsl:value-of select="wire:fit(title, 200, 'title')"/></string>
    </map>
  </xsl:template>
</xsl:stylesheet>
