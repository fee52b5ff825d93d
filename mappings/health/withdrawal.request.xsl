<?xml version="1.0" encoding="UTF-8"?>
<!-- Takes an application back: the same order, control code CA. Section 4. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:wire="urn:tongban:wire" xmlns:local="urn:tongban:health" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>
  <xsl:param name="original" as="xs:string" required="yes"/>
  <xsl:param name="reason" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <HL7Message>
      <xsl:call-template name="head"/>
      <ORC>
        <ORC.1><ORC.1.1>CA</ORC.1.1></ORC.1>
        <ORC.2><ORC.2.1><xsl:value-of select="$original"/></ORC.2.1></ORC.2>
        <ORC.4><ORC.4.1><xsl:value-of select="number"/></ORC.4.1></ORC.4>
        <ORC.16><ORC.16.2><xsl:value-of select="wire:fit($reason, 300, 'ORC-16')"/></ORC.16.2></ORC.16>
      </ORC>
    </HL7Message>
  </xsl:template>
</xsl:stylesheet>
