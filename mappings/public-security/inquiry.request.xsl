<?xml version="1.0" encoding="UTF-8"?>
<!-- Asks what became of a message of ours. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:gat:rkgl:v1" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case">
    <YWCX><YQQBH><xsl:value-of select="$delivery"/></YQQBH></YWCX>
  </xsl:template>
</xsl:stylesheet>
