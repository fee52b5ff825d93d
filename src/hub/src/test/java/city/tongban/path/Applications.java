package city.tongban.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Applications as a centre sends them, complete and right unless a test makes them otherwise. */
public final class Applications {
  public static final String CENTRE = "31010100201";

  private Applications() {}

  /** Housing decides a lease by its rent: above 50,000 the filing is rejected. */
  public static Map<String, Object> lease(int monthlyRent) {
    return application(
        "ZJ9001",
        Map.of(
            "address", "南京东路街道河南中路300弄5号602室",
            "monthlyRent", Integer.toString(monthlyRent),
            "leaseFrom", "2018-08-01",
            "leaseTo", "2019-07-31",
            "landlordName", "欧阳修文"));
  }

  /** Human resources pays from twelve months of contributions on. */
  public static Map<String, Object> benefit(int months) {
    return application(
        "RS9012",
        Map.of("contributionMonths", Integer.toString(months), "bankCard", "6222021001112223334"));
  }

  /** The medical insurer registers treatment anywhere but here. */
  public static Map<String, Object> remoteTreatment(String place) {
    return application("RS9003", Map.of("treatmentPlace", place, "treatmentFrom", "2018-12-01"));
  }

  /** Public security knows the cards that it made by their last digit. */
  public static Map<String, Object> cardLoss(String cardNumber) {
    return application("GA9001", Map.of("cardNumber", cardNumber, "lostOn", "2018-06-01"));
  }

  /** Public security makes a card for whoever has been insured for six months. */
  public static Map<String, Object> cardIssue(int insuredMonths) {
    return application(
        "GA9002",
        Map.of(
            "address", "上海市黄浦区南京东路300弄5号",
            "registeredOn", "2017-12-01",
            "insuredMonths", Integer.toString(insuredMonths)));
  }

  /** The grain bureau pays to any bank, and to nothing that is none. */
  public static Map<String, Object> subsidyCard(String bank, String card) {
    return application("LS9001", Map.of("bank", bank, "bankCard", card));
  }

  /** The trade union pays for up to fifteen days. */
  public static Map<String, Object> recuperation(int days) {
    return application("GH9003", Map.of("destination", "莫干山", "days", Integer.toString(days)));
  }

  /** The federation pays for transport up to the third degree; the fourth is the mildest. */
  public static Map<String, Object> trafficAllowance(int degree) {
    return application(
        "CL9001",
        Map.of(
            "disabilityCard", "11010519491231002X1" + degree, "bankCard", "6222021001112223334"));
  }

  /** Civil affairs proves a low income up to 2140 yuan a month for each head. */
  public static Map<String, Object> lowIncome(int familySize, int monthlyIncome) {
    return application(
        "MZ9003",
        Map.of(
            "familySize",
            Integer.toString(familySize),
            "monthlyIncome",
            Integer.toString(monthlyIncome),
            "purpose",
            "申请廉租住房"));
  }

  /** A system that writes GB18030 under the label UTF-8; kind 2 does not hear. */
  public static Map<String, Object> informationCard(int kind) {
    return application(
        "CL9004",
        Map.of("disabilityCard", "11010519491231002X" + kind + "1", "mobile", "13800138000"));
  }

  /** Five banks issue the card. */
  public static Map<String, Object> socialCard(String bank) {
    return application("JX9001", Map.of("photograph", "120000000417", "bank", bank));
  }

  /** Which contributions stand in the pension account. */
  public static Map<String, Object> contributions() {
    return application("RS9023", Map.of());
  }

  /** Which pension is paid. */
  public static Map<String, Object> pension() {
    return application("RS9024", Map.of());
  }

  /** A provident-fund account, and what was paid in a year. */
  public static Map<String, Object> account(String year) {
    return application("GJ9001", Map.of("year", year, "purpose", "LOAN"));
  }

  /** The archives hold the register of marriages of this city. */
  public static Map<String, Object> marriage(String year, String registrar) {
    return application(
        "DA9001",
        Map.of(
            "spouseName",
            "欧阳修文",
            "registeredYear",
            year,
            "registrar",
            registrar,
            "purpose",
            "办理房产过户"));
  }

  /** The health bureau issues certificates for those born since 1996. */
  public static Map<String, Object> birthCertificate(String bornOn) {
    return application(
        "WJ9004", Map.of("childName", "𠮷小宝", "bornOn", bornOn, "hospital", "国际和平妇幼保健院"));
  }

  /** The bureau's centre in Pudong, which writes GB 18030, keeps records for fourteen years. */
  public static Map<String, Object> vaccinationRecord(String bornOn) {
    return application(
        "WJ9005",
        Map.of("childName", "张小䶮", "bornOn", bornOn, "recordNumber", "310115201509010017"));
  }

  /** One good application for a back-end, for what must hold of every back-end. */
  public static Map<String, Object> good(String backEnd) {
    return switch (backEnd) {
      case "housing" -> lease(5200);
      case "human-resources" -> benefit(36);
      case "medical-insurance" -> remoteTreatment("杭州市西湖区");
      case "public-security" -> cardLoss("310104000018");
      case "grain" -> subsidyCard("工商银行,卢湾支行", "6222021001112223334");
      case "trade-union" -> recuperation(7);
      case "civil-affairs" -> lowIncome(3, 4000);
      case "health" -> birthCertificate("2016-02-29");
      case "disabled-federation" -> trafficAllowance(2);
      case "archives" -> marriage("1998", "上海市徐汇区民政局");
      case "economy-informatisation" -> socialCard("工商银行");
      default -> throw new IllegalArgumentException("no example application for " + backEnd);
    };
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> named(Map<String, Object> application, String name) {
    ((Map<String, Object>) application.get("applicant")).put("name", name);
    return application;
  }

  /** Born in 2010: no account, no pension, and not of age. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> ofAChild(Map<String, Object> application) {
    ((Map<String, Object>) application.get("applicant")).put("idNumber", "110105201012310027");
    return application;
  }

  private static Map<String, Object> application(String item, Map<String, String> form) {
    Map<String, Object> applicant = new HashMap<>();
    applicant.put("name", "张三");
    applicant.put("idType", "RESIDENT_ID");
    applicant.put("idNumber", "11010519491231002X");
    applicant.put("phone", "13800138000");
    applicant.put("registeredStreet", "310101002");
    Map<String, Object> application = new HashMap<>();
    application.put("messageId", UUID.randomUUID().toString());
    application.put("item", item);
    // tests that wait for a later day step the clock that all of them share
    application.put("collectedAt", RunningHub.get().now().toString());
    application.put("collectingCentre", CENTRE);
    application.put("applicant", applicant);
    application.put(
        "materials", List.of(Map.of("code", "M01", "title", "租赁合同", "source", "3", "pages", 2)));
    application.put("form", form);
    return application;
  }
}
