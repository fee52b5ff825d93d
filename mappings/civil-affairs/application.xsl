<?xml version="1.0" encoding="UTF-8"?>
<!-- A row of ex_apply_in: who, where, when, with which papers; what the matter needs besides follows in the importing sheet. Agreement 3.0, table 1. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:codes="urn:tongban:codes" xmlns:wire="urn:tongban:wire" exclude-result-prefixes="#all">
  <xsl:param name="delivery" as="xs:string" required="yes"/>

  <xsl:template match="case">
    <ex_apply_in>
      <delivery_id><xsl:value-of select="$delivery"/></delivery_id>
      <case_no><xsl:value-of select="number"/></case_no>
      <matter><xsl:apply-templates select="item"/></matter>
      <xsl:apply-templates select="applicant" mode="person"/>
      <xsl:apply-templates select="agent" mode="agent"/>
      <!-- where they live, else where they are registered -->
      <xsl:apply-templates select="applicant/(livingStreet, registeredStreet)[1]"/>
      <centre><xsl:value-of select="places/collectingCentre"/></centre>
      <!-- the day at the counter, in the city's time whatever offset the centre wrote -->
      <applied_on><xsl:value-of select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime(collectedAt), xs:dayTimeDuration('PT8H')), '[Y0001]-[M01]-[D01]')"/></applied_on>
      <xsl:if test="materials/material">
        <papers><xsl:value-of select="materials/material/(wire:fit(code, 40, 'papers') || ':' || wire:fit(title, 200, 'papers'))" separator=";"/></papers>
      </xsl:if>
      <xsl:apply-templates select="form"/>
    </ex_apply_in>
  </xsl:template>

  <xsl:template match="applicant" mode="person">
    <name><xsl:value-of select="wire:fit(name, 90, 'name')"/></name>
    <id_type><xsl:value-of select="codes:their('id-type', idType)"/></id_type>
    <id_no><xsl:value-of select="idNumber"/></id_no>
    <xsl:if test="phone"><mobile><xsl:value-of select="phone"/></mobile></xsl:if>
  </xsl:template>

  <xsl:template match="livingStreet | registeredStreet">
    <street><xsl:value-of select="."/></street>
  </xsl:template>

  <xsl:template match="agent" mode="agent">
    <agent_name><xsl:value-of select="wire:fit(name, 90, 'agent_name')"/></agent_name>
    <agent_id_type><xsl:value-of select="codes:their('id-type', idType)"/></agent_id_type>
    <agent_id_no><xsl:value-of select="idNumber"/></agent_id_no>
  </xsl:template>

  <!-- what several matters ask for; a form may hold more -->
  <xsl:template match="field"/>
  <xsl:template match="field[name = 'familySize']">
    <family_size><xsl:value-of select="wire:number(value, 'family_size')"/></family_size>
  </xsl:template>
  <xsl:template match="field[name = 'monthlyIncome']">
    <month_income><xsl:value-of select="wire:number(value, 'month_income')"/></month_income>
  </xsl:template>
  <xsl:template match="field[name = 'medicalCost']">
    <medical_cost><xsl:value-of select="wire:number(value, 'medical_cost')"/></medical_cost>
  </xsl:template>
  <xsl:template match="field[name = 'illness']">
    <illness><xsl:value-of select="wire:fit(value, 120, 'illness')"/></illness>
  </xsl:template>
  <xsl:template match="field[name = 'purpose']">
    <purpose><xsl:value-of select="wire:fit(value, 150, 'purpose')"/></purpose>
  </xsl:template>
  <xsl:template match="field[name = 'cardAddress']">
    <card_address><xsl:value-of select="wire:fit(value, 200, 'card_address')"/></card_address>
  </xsl:template>
  <xsl:template match="field[name = 'bankCard']">
    <bank_card><xsl:value-of select="wire:fit(value, 19, 'bank_card')"/></bank_card>
  </xsl:template>
</xsl:stylesheet>
