<?xml version="1.0" encoding="UTF-8"?>
<!-- What their words mean, whether they answer, are asked, or tell us. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:gat:rkgl:v1"
    xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:template match="BLZT"><outcome><xsl:value-of select="codes:ours('state', .)"/></outcome></xsl:template>
  <xsl:template match="YWLSH"><theirNumber><xsl:value-of select="."/></theirNumber></xsl:template>
  <xsl:template match="BLYJ"><reason><xsl:value-of select="."/></reason></xsl:template>
  <!-- 20180702084111, on the city's clock -->
  <xsl:template match="BLSJ">
    <at><xsl:value-of select="replace(., '^(....)(..)(..)(..)(..)(..)$', '$1-$2-$3T$4:$5:$6+08:00')"/></at>
  </xsl:template>
</xsl:stylesheet>
