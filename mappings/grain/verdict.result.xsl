<?xml version="1.0" encoding="UTF-8"?>
<!-- The last line of their result sheet: what they say of the sheet that we sent. Its name stands where a line names a delivery. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:template match="/trailer">
    <answer>
      <delivery><xsl:value-of select="file"/></delivery>
      <outcome><xsl:value-of select="codes:ours('file', code)"/></outcome>
      <xsl:if test="text"><reason><xsl:value-of select="text"/></reason></xsl:if>
    </answer>
  </xsl:template>
</xsl:stylesheet>
