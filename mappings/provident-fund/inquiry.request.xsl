<?xml version="1.0" encoding="UTF-8"?>
<!-- What did they say under that number: gjj.105. They say it again, word for word. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="urn:gjj:std:01" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <Document><MsgQry><OrgnlMsgId><xsl:value-of select="$delivery"/></OrgnlMsgId></MsgQry></Document>
  </xsl:template>
</xsl:stylesheet>
