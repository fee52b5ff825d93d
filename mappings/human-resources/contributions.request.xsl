<?xml version="1.0" encoding="UTF-8"?>
<!-- RS9023, asks which contributions stand in the pension account: transaction RS0223. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="#all">
  <xsl:import href="question.xsl"/>

  <xsl:template match="case[item = 'RS9023']" mode="transaction">RS0223</xsl:template>
</xsl:stylesheet>
