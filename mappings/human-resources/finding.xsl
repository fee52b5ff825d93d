<?xml version="1.0" encoding="UTF-8"?>
<!-- What they found. BUSCODE 000204 is nothing; what "through" has found, says the importing sheet (mode found). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="/ROOT[HEAD/BUSCODE = '000000']" priority="1">
    <answer>
      <outcome>FOUND</outcome>
      <found><xsl:apply-templates select="BODY/*" mode="found"/></found>
    </answer>
  </xsl:template>
</xsl:stylesheet>
