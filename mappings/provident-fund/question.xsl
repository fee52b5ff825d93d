<?xml version="1.0" encoding="UTF-8"?>
<!-- A question at the counter: its number, about whom, from which counter; what is asked follows in the importing sheet (mode
     item). Small names are data items of JGJ/T 320. The same question again is the same text: nothing in it is of this moment. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" xmlns="urn:gjj:std:01" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case" mode="question">
    <GrpHdr>
      <MsgId><xsl:value-of select="$delivery"/></MsgId>
      <!-- their clock is the city's, whatever offset the centre wrote -->
      <CreDtTm><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]+08:00')"/></CreDtTm>
      <InstgPty><xsl:value-of select="places/collectingCentre"/></InstgPty>
    </GrpHdr>
    <Qry>
      <xingming><xsl:value-of select="wire:fit(applicant/name, 120, 'xingming')"/></xingming>
      <zjlx><xsl:value-of select="codes:their('id-type', applicant/idType)"/></zjlx>
      <zjhm><xsl:value-of select="applicant/idNumber"/></zjhm>
      <xsl:apply-templates select="form" mode="item"/>
    </Qry>
  </xsl:template>

  <!-- a form may hold more than they ask for -->
  <xsl:template match="field" mode="item"/>
</xsl:stylesheet>
