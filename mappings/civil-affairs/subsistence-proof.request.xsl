<?xml version="1.0" encoding="UTF-8"?>
<!-- MZ9002, a proof that the household lives on subsistence aid: matter DBZM. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'MZ9002']">DBZM</xsl:template>

  <!-- in the order of the table's columns, whatever order the form has -->
  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'familySize'], field[name = 'monthlyIncome'], field[name = 'purpose']"/>
  </xsl:template>
</xsl:stylesheet>
