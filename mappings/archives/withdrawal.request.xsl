<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes a request back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:shda:lygx:v1" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <DACH>
      <QQBH><xsl:value-of select="$delivery"/></QQBH>
      <AJBH><xsl:value-of select="number"/></AJBH>
      <YQQBH><xsl:value-of select="$original"/></YQQBH>
      <CHYY><xsl:value-of select="wire:fit($reason, 300, 'CHYY')"/></CHYY>
    </DACH>
  </xsl:template>
</xsl:stylesheet>
