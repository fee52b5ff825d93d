<?xml version="1.0" encoding="UTF-8"?>
<!-- Their acknowledgement of a withdrawal: a yes means that it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:import href="reply.xsl"/>

  <xsl:template match="MSA"><xsl:value-of select="codes:ours('withdrawn', MSA.1/MSA.1.1)"/></xsl:template>
</xsl:stylesheet>
