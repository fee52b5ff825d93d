<?xml version="1.0" encoding="UTF-8"?>
<!-- A row of ex_withdraw_in: an application is taken back. Agreement 3.0, table 2. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <ex_withdraw_in>
      <delivery_id><xsl:value-of select="$delivery"/></delivery_id>
      <case_no><xsl:value-of select="number"/></case_no>
      <original_id><xsl:value-of select="$original"/></original_id>
      <reason><xsl:value-of select="wire:fit($reason, 300, 'reason')"/></reason>
    </ex_withdraw_in>
  </xsl:template>
</xsl:stylesheet>
