<?xml version="1.0" encoding="UTF-8"?>
<!-- Every answer. Cd says what became of the question; what was found stands in blocks beside it, one fact a field. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xpath-default-namespace="urn:gjj:std:01"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">

  <!-- 1002, 1409, E302, E303: they call our message malformed; no verdict -->
  <xsl:template match="/Document/*[Rslt/Cd = ('1002', '1409', 'E302', 'E303')]" priority="2">
    <xsl:value-of select="wire:malformed(Rslt/Cd)"/>
  </xsl:template>

  <xsl:template match="/Document/*[Rslt/Cd = '0000'][Acct or Bk]" priority="1">
    <answer>
      <outcome>FOUND</outcome>
      <theirNumber><xsl:value-of select="GrpHdr/MsgId"/></theirNumber>
      <at><xsl:value-of select="GrpHdr/CreDtTm"/></at>
      <found><xsl:apply-templates select="Acct/*, Ntry/*, Bk/*" mode="found"/></found>
    </answer>
  </xsl:template>

  <!-- no, or success without anything found: the list does not know 0000 -->
  <xsl:template match="/Document/*">
    <answer>
      <outcome><xsl:value-of select="codes:ours('result', Rslt/Cd)"/></outcome>
      <xsl:if test="GrpHdr/MsgId != '0'"><theirNumber><xsl:value-of select="GrpHdr/MsgId"/></theirNumber></xsl:if>
      <reason><xsl:value-of select="Rslt/Inf"/></reason>
      <at><xsl:value-of select="GrpHdr/CreDtTm"/></at>
    </answer>
  </xsl:template>

  <!-- what they call a field (JGJ/T 320), what we call it, what a resident reads -->
  <xsl:variable name="words" select="map {
    'xingming': ('name', '姓名'), 'grzh': ('account', '个人账号'), 'dwmc': ('employer', '单位名称'),
    'khrq': ('openedOn', '开户日期'), 'grzhzt': ('state', '个人账户状态'), 'grjcjs': ('base', '个人缴存基数'),
    'dwjcbl': ('employerPercent', '单位缴存比例(%)'), 'grjcbl': ('ownPercent', '个人缴存比例(%)'),
    'yjce': ('monthly', '月缴存额'), 'jzny': ('paidTo', '缴至年月'), 'grzhye': ('balance', '个人账户余额'),
    'jzrq': ('day', '记账日期'), 'gjhtqywlx': ('kind', '业务类型'), 'fse': ('amount', '发生额'), 'yue': ('balanceAfter', '余额'),
    'yhmc': ('bank', '银行名称'), 'wdmc': ('branch', '网点名称'), 'dz': ('address', '地址'), 'lxdh': ('phone', '联系电话') }"/>

  <xsl:template match="*" mode="found">
    <fact>
      <xsl:apply-templates select="parent::Ntry | parent::Bk" mode="row"/>
      <name><xsl:value-of select="$words(local-name())[1]"/></name>
      <title><xsl:value-of select="$words(local-name())[2]"/></title>
      <value><xsl:apply-templates select="." mode="value"/></value>
    </fact>
  </xsl:template>

  <xsl:template match="Ntry | Bk" mode="row">
    <row><xsl:value-of select="count(preceding-sibling::*[local-name() = local-name(current())]) + 1"/></row>
  </xsl:template>

  <xsl:template match="*" mode="value"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="grzhzt" mode="value"><xsl:value-of select="codes:ours('account-state', .)"/></xsl:template>
  <xsl:template match="gjhtqywlx" mode="value"><xsl:value-of select="codes:ours('entry-kind', .)"/></xsl:template>
</xsl:stylesheet>
