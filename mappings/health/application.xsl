<?xml version="1.0" encoding="UTF-8"?>
<!-- An order: who (PID), when and through whom (ORC), for what (OBR), the form of the item (a Z segment), the papers (ZCL). Section 3. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:codes="urn:tongban:codes"
    xmlns:wire="urn:tongban:wire" xmlns:local="urn:tongban:health" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case">
    <HL7Message>
      <xsl:call-template name="head"/>
      <xsl:apply-templates select="applicant"/>
      <ORC>
        <ORC.1><ORC.1.1>NW</ORC.1.1></ORC.1>
        <ORC.2><ORC.2.1><xsl:value-of select="$delivery"/></ORC.2.1></ORC.2>
        <ORC.4><ORC.4.1><xsl:value-of select="number"/></ORC.4.1></ORC.4>
        <ORC.9><ORC.9.1><xsl:value-of select="local:time(collectedAt)"/></ORC.9.1></ORC.9>
        <ORC.17><ORC.17.1><xsl:value-of select="places/collectingCentre"/></ORC.17.1></ORC.17>
        <xsl:apply-templates select="agent"/>
      </ORC>
      <OBR>
        <OBR.1><OBR.1.1>1</OBR.1.1></OBR.1>
        <OBR.2><OBR.2.1><xsl:value-of select="$delivery"/></OBR.2.1></OBR.2>
        <OBR.4><OBR.4.1><xsl:apply-templates select="item"/></OBR.4.1></OBR.4>
      </OBR>
      <xsl:apply-templates select="form"/>
      <xsl:apply-templates select="materials/material"/>
    </HL7Message>
  </xsl:template>

  <xsl:template match="applicant">
    <PID>
      <PID.1><PID.1.1>1</PID.1.1></PID.1>
      <PID.3>
        <PID.3.1><xsl:value-of select="idNumber"/></PID.3.1>
        <PID.3.5><xsl:value-of select="codes:their('id-type', idType)"/></PID.3.5>
      </PID.3>
      <PID.5><PID.5.1><xsl:value-of select="wire:fit(name, 150, 'PID-5')"/></PID.5.1></PID.5>
      <xsl:if test="phone"><PID.13><PID.13.1><xsl:value-of select="phone"/></PID.13.1></PID.13></xsl:if>
    </PID>
  </xsl:template>

  <!-- who acts for the applicant: ORC-19, action by -->
  <xsl:template match="agent">
    <ORC.19>
      <ORC.19.1><xsl:value-of select="idNumber"/></ORC.19.1>
      <ORC.19.2><xsl:value-of select="wire:fit(name, 150, 'ORC-19')"/></ORC.19.2>
      <ORC.19.13><xsl:value-of select="codes:their('id-type', idType)"/></ORC.19.13>
    </ORC.19>
  </xsl:template>

  <xsl:template match="material">
    <ZCL>
      <ZCL.1><ZCL.1.1><xsl:value-of select="position()"/></ZCL.1.1></ZCL.1>
      <ZCL.2><ZCL.2.1><xsl:value-of select="wire:fit(code, 40, 'ZCL-2')"/></ZCL.2.1></ZCL.2>
      <ZCL.3><ZCL.3.1><xsl:value-of select="wire:fit(title, 200, 'ZCL-3')"/></ZCL.3.1></ZCL.3>
    </ZCL>
  </xsl:template>
</xsl:stylesheet>
