<?xml version="1.0" encoding="UTF-8"?>
<!-- MZ9003, a proof that the household has a low income: matter DSRZM. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'MZ9003']">DSRZM</xsl:template>

  <!-- in the order of the table's columns, whatever order the form has -->
  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'familySize'], field[name = 'monthlyIncome'], field[name = 'purpose']"/>
  </xsl:template>
</xsl:stylesheet>
