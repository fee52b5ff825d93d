<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9024, asks which pension is paid: transaction RS0224. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="question.xsl"/>

  <xsl:template match="case[item = 'RS9024']" mode="transaction">RS0224</xsl:template>
</xsl:stylesheet>
