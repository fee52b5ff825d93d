package city.tongban.canonical;

import java.util.List;

/** Whole cases and answers for the tests of their XML. */
final class Samples {
  private Samples() {}

  static CaseFile caseFile() {
    return new CaseFile(
        new CaseNumber("310104-20180702-000482"),
        "ZJ9001",
        new Applicant(
            new PersonName("𠮷·䶮"),
            IdType.RESIDENT_ID,
            "11010519491231002X",
            new Phone("02162345678"),
            "310104003",
            null),
        new Agent(new PersonName("王小明"), IdType.PASSPORT, "E12345678", null, "女儿 & <友>"),
        new Places("31010100201", "31010400301"),
        List.of(new Material("M1", "租赁合同", "3", 12), new Material("M2", "身份证", "1", null)),
        List.of(
            new FormField("address", "长乐路1号\n\t二楼 ]]> \"'&amp;"),
            new FormField("monthlyRent", "05200"),
            new FormField("note", "")),
        Instants.parse("2018-07-02T08:41:00+08:00"),
        Instants.parse("2018-07-02T00:42:10.123456Z"),
        List.of("/applicant/name: U+00B7 for U+2022"),
        new Envelope(
            "01907b2e-0000-7000-8000-000000000001",
            "centre-31010100201",
            "m-1",
            "ab".repeat(32),
            null,
            "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01"));
  }

  /** The least that a case can say. */
  static CaseFile bareCase() {
    CaseFile full = caseFile();
    return new CaseFile(
        full.number(),
        full.item(),
        new Applicant(new PersonName("王小明"), IdType.SEAFARER_BOOK, "A0012345", null, null, null),
        null,
        full.places(),
        List.of(),
        List.of(),
        full.collectedAt(),
        full.receivedAt(),
        List.of(),
        full.envelope());
  }

  static Answer answer() {
    return new Answer(
        "310104-20180702-000482/1",
        Answer.Outcome.REJECTED,
        "ZF20180000012",
        "r-7",
        "租金超出备案范围",
        Instants.parse("2018-07-02T08:42:00+08:00"));
  }
}
