<?xml version="1.0" encoding="UTF-8"?>
<!-- Their acknowledgement. What a no means stands in ERR-5, by which they name it; MSA-1 says only that there is one. Section 5.
     Which message of ours it speaks of (MSA-2), the transport has compared with the one that was sent. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:codes="urn:tongban:codes"
    xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <!-- ERR-3 other than 207, an error of the application: they call our message malformed; no verdict on the case -->
  <xsl:template match="/HL7Message[ERR/ERR.3/ERR.3.1 != '207']" priority="2">
    <xsl:value-of select="wire:malformed(ERR/ERR.3/ERR.3.1)"/>
  </xsl:template>

  <xsl:template match="/HL7Message[ERR]" priority="1">
    <answer>
      <outcome><xsl:value-of select="codes:ours('refusal', ERR/ERR.5/ERR.5.1)"/></outcome>
      <xsl:apply-templates select="ERR/ERR.8"/>
    </answer>
  </xsl:template>

  <!-- a yes with a reason for a no contradicts itself -->
  <xsl:template match="/HL7Message[ERR][MSA/MSA.1/MSA.1.1 = ('AA', 'CA')]" priority="3">
    <xsl:value-of select="codes:ours('refusal', MSA/MSA.1/MSA.1.1)"/>
  </xsl:template>

  <!-- a no without ERR falls to the list, where it means nothing -->
  <xsl:template match="/HL7Message">
    <answer>
      <outcome><xsl:apply-templates select="MSA"/></outcome>
    </answer>
  </xsl:template>

  <xsl:template match="MSA"><xsl:value-of select="codes:ours('acknowledgement', MSA.1/MSA.1.1)"/></xsl:template>

  <xsl:template match="ERR.8"><reason><xsl:value-of select="ERR.8.1"/></reason></xsl:template>
</xsl:stylesheet>
