<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back. Agreement 2.1, section 4. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <map>
      <string key="schemaVersion">2.1</string>
      <string key="kind">CH</string>
      <string key="applicationNo"><xsl:value-of select="$delivery"/></string>
      <string key="caseNo"><xsl:value-of select="number"/></string>
      <string key="originalNo"><xsl:value-of select="$original"/></string>
      <string key="reason"><xsl:value-of select="wire:fit($reason, 300, 'reason')"/></string>
    </map>
  </xsl:template>
</xsl:stylesheet>
