<?xml version="1.0" encoding="UTF-8"?>
<!-- One line of their result sheet: the verdict on one delivery. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:template match="/line">
    <answer>
      <delivery><xsl:value-of select="deliveryId"/></delivery>
      <outcome><xsl:value-of select="codes:ours('verdict', verdict)"/></outcome>
      <xsl:if test="serial"><theirNumber><xsl:value-of select="serial"/></theirNumber></xsl:if>
      <xsl:if test="reason"><reason><xsl:value-of select="reason"/></reason></xsl:if>
      <!-- 2018/07/03 07:30:00, on the city's clock -->
      <at><xsl:value-of select="replace(at, '^(....)/(..)/(..) (.+)$', '$1-$2-$3T$4+08:00')"/></at>
    </answer>
  </xsl:template>
</xsl:stylesheet>
