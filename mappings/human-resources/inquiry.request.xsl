<?xml version="1.0" encoding="UTF-8"?>
<!-- Asks what became of a message of ours: transaction Q001. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="message.xsl"/>

  <xsl:template match="case" mode="transaction">Q001</xsl:template>
  <xsl:template match="case" mode="body">
    <YMSGID><xsl:value-of select="$delivery"/></YMSGID>
  </xsl:template>
</xsl:stylesheet>
