<?xml version="1.0" encoding="UTF-8"?>
<!-- MZ9006, a proof that the household is poor by what an illness costs: matter YBZM. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'MZ9006']">YBZM</xsl:template>

  <!-- in the order of the table's columns, whatever order the form has -->
  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'familySize'], field[name = 'monthlyIncome'], field[name = 'medicalCost'], field[name = 'illness'], field[name = 'purpose']"/>
  </xsl:template>
</xsl:stylesheet>
