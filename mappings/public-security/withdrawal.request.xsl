<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:gat:rkgl:v1" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <YWCH>
      <QQBH><xsl:value-of select="$delivery"/></QQBH>
      <YQQBH><xsl:value-of select="$original"/></YQQBH>
      <CHYY><xsl:value-of select="wire:fit($reason, 300, 'CHYY')"/></CHYY>
    </YWCH>
  </xsl:template>
</xsl:stylesheet>
