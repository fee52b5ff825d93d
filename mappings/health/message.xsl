<?xml version="1.0" encoding="UTF-8"?>
<!-- What every message of ours has: MSH. HL7 v2.5.1, agreement 1.3, section 2. An element is named by its place; the codec writes the signs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:local="urn:tongban:health" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template name="head">
    <MSH>
      <MSH.3><MSH.3.1>TONGBAN</MSH.3.1></MSH.3>
      <MSH.4><MSH.4.1>SHSQSL</MSH.4.1></MSH.4>
      <MSH.5><MSH.5.1>WJXT</MSH.5.1></MSH.5>
      <MSH.6><MSH.6.1>SHWJW</MSH.6.1></MSH.6>
      <MSH.7><MSH.7.1><xsl:value-of select="local:time(receivedAt)"/></MSH.7.1></MSH.7>
      <MSH.9><MSH.9.1>ORM</MSH.9.1><MSH.9.2>O01</MSH.9.2><MSH.9.3>ORM_O01</MSH.9.3></MSH.9>
      <!-- by it they know a repeat -->
      <MSH.10><MSH.10.1><xsl:value-of select="$delivery"/></MSH.10.1></MSH.10>
      <MSH.11><MSH.11.1>P</MSH.11.1></MSH.11>
      <MSH.12><MSH.12.1>2.5.1</MSH.12.1></MSH.12>
      <MSH.17><MSH.17.1>CHN</MSH.17.1></MSH.17>
      <MSH.18><MSH.18.1>UNICODE UTF-8</MSH.18.1></MSH.18>
    </MSH>
  </xsl:template>

  <!-- the city's time whatever offset the centre wrote: 20180702084110+0800 -->
  <xsl:function name="local:time" as="xs:string">
    <xsl:param name="time"/>
    <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($time), xs:dayTimeDuration('PT8H')), '[Y0001][M01][D01][H01][m01][s01]') || '+0800'"/>
  </xsl:function>
</xsl:stylesheet>
