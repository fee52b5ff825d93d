<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back that is in an earlier sheet. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <withdrawal>
      <kind>撤回</kind>
      <business>CX00</business>
      <deliveryId><xsl:value-of select="$delivery"/></deliveryId>
      <caseNo><xsl:value-of select="number"/></caseNo>
      <original><xsl:value-of select="$original"/></original>
      <reason><xsl:value-of select="wire:fit($reason, 200, '撤回原因')"/></reason>
    </withdrawal>
  </xsl:template>
</xsl:stylesheet>
