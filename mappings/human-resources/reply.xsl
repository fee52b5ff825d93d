<?xml version="1.0" encoding="UTF-8"?>
<!-- The reply to an application, or what an inquiry finds: BLJG is the decision, taken while we wait.
     HEAD/MSGID repeats our own id, which we know; it is not read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:codes="urn:tongban:codes" exclude-result-prefixes="#all">
  <xsl:import href="verdict.xsl"/>

  <xsl:template match="BODY" mode="outcome">
    <xsl:value-of select="codes:ours('decision', BLJG)"/>
  </xsl:template>
</xsl:stylesheet>
