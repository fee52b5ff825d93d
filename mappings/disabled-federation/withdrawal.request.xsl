<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back; they find it by the case's number. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <REQUEST>
      <LSH><xsl:value-of select="$delivery"/></LSH>
      <BJBH><xsl:value-of select="number"/></BJBH>
      <CXYY><xsl:value-of select="wire:fit($reason, 300, 'CXYY')"/></CXYY>
    </REQUEST>
  </xsl:template>
</xsl:stylesheet>
