<?xml version="1.0" encoding="UTF-8"?>
<!-- What they answered on a day: gjj.108. Their digest is SM3 over the lines, number|type|code with a line end each. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:gjj:std:01"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">

  <!-- it is not there yet, or they cannot read what we want -->
  <xsl:template match="/Document/SysCfm">
    <answer>
      <outcome><xsl:value-of select="codes:ours('result', Rslt/Cd)"/></outcome>
      <reason><xsl:value-of select="Rslt/Inf"/></reason>
    </answer>
  </xsl:template>

  <xsl:template match="/Document/StmtRpt">
    <statement>
      <day><xsl:value-of select="Stmt/rq"/></day>
      <count><xsl:value-of select="Stmt/bs"/></count>
      <digest><xsl:value-of select="Stmt/zy"/></digest>
      <computed><xsl:value-of select="wire:sm3(string-join(Ln ! (OrgnlMsgId || '|' || MsgTp || '|' || Cd || '&#10;')))"/></computed>
      <xsl:if test="Ln"><lines><xsl:apply-templates select="Ln"/></lines></xsl:if>
    </statement>
  </xsl:template>

  <xsl:template match="Ln">
    <line>
      <delivery><xsl:value-of select="OrgnlMsgId"/></delivery>
      <outcome><xsl:apply-templates select="Cd"/></outcome>
    </line>
  </xsl:template>
  <xsl:template match="Cd[. = '0000']">FOUND</xsl:template>
  <xsl:template match="Cd"><xsl:value-of select="codes:ours('result', .)"/></xsl:template>
</xsl:stylesheet>
