<?xml version="1.0" encoding="UTF-8"?>
<!-- MZ9001, a card for those who are 65: matter JLK. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="application.xsl"/>

  <xsl:template match="item[. = 'MZ9001']">JLK</xsl:template>

  <!-- in the order of the table's columns, whatever order the form has -->
  <xsl:template match="form">
    <xsl:apply-templates select="field[name = 'cardAddress'], field[name = 'bankCard']"/>
  </xsl:template>
</xsl:stylesheet>
