<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <map>
      <string key="lsh"><xsl:value-of select="$delivery"/></string>
      <string key="bjbh"><xsl:value-of select="number"/></string>
      <string key="ylsh"><xsl:value-of select="$original"/></string>
      <string key="yy"><xsl:value-of select="wire:fit($reason, 300, 'yy')"/></string>
    </map>
  </xsl:template>
</xsl:stylesheet>
