package city.tongban.drill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items that the drill applies for, and what makes a department say yes or no to each. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of
enum Service {
  LEASE(
      "ZJ9001",
      "housing",
      "ZF01",
      30,
      List.of(Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      // longer than twenty years is no lease; above 50000 a month nobody files it
      String until = ending == Ending.NOT_ACCEPTED ? "2039-07-31" : "2019-07-31";
      int rent =
          ending == Ending.REJECTED ? dice.between(50_001, 90_000) : dice.between(800, 50_001);
      return Map.of(
          "address",
          "延安西路" + dice.between(1, 2000) + "弄" + dice.between(1, 90) + "号",
          "monthlyRent",
          String.valueOf(rent),
          "leaseFrom",
          "2018-08-01",
          "leaseTo",
          until,
          "landlordName",
          "李建国");
    }
  },
  HOUSING_SECURITY(
      "ZJ9007",
      "housing",
      "BZ01",
      15,
      List.of(Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      int household = ending == Ending.NOT_ACCEPTED ? 0 : dice.between(1, 6);
      // up to 15 square metres a head is short of room
      int area = ending == Ending.REJECTED ? household * 15 + dice.between(1, 60) : household * 15;
      return Map.of(
          "householdSize", String.valueOf(household),
          "yearlyIncome", String.valueOf(dice.between(0, 90_000)),
          "floorArea", String.valueOf(Math.max(area, 10)));
    }
  },
  UNEMPLOYMENT(
      "RS9010", "human-resources", "RS0110", 15, List.of(Ending.APPROVED, Ending.NOT_ACCEPTED)) {
    @Override
    Resident resident(Ending ending, Dice dice) {
      return ending == Ending.NOT_ACCEPTED ? Resident.child(dice) : Resident.adult(dice);
    }

    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      return Map.of(
          "lastEmployer", "上海第" + dice.between(1, 40) + "纺织厂",
          "leftOn", "2018-0" + dice.between(1, 7) + "-1" + dice.between(0, 10));
    }
  },
  BENEFIT("RS9012", "human-resources", "RS0112", 10, List.of(Ending.APPROVED, Ending.REJECTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      int months = ending == Ending.REJECTED ? dice.between(0, 12) : dice.between(12, 360);
      return Map.of(
          "contributionMonths", String.valueOf(months), "bankCard", "622202" + dice.digits(13));
    }
  },
  FLEXIBLE_WORK("RS9013", "human-resources", "RS0113", 10, List.of(Ending.APPROVED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      return Map.of("occupation", dice.oneOf(List.of("翻译", "保姆", "网约车司机", "修鞋")));
    }
  },
  REMOTE_TREATMENT(
      "RS9003",
      "medical-insurance",
      "YD01",
      8,
      List.of(Ending.APPROVED, Ending.REJECTED, Ending.NOT_ACCEPTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      // nobody registers for the past, nor for where he is insured
      String from = ending == Ending.NOT_ACCEPTED ? "2018-05-0" : "2018-12-0";
      String place = ending == Ending.REJECTED ? "上海市青浦区" : "䶮山县𠮷祥镇";
      return Map.of("treatmentPlace", place, "treatmentFrom", from + dice.between(1, 10));
    }
  },
  ENROLMENT("RS9006", "medical-insurance", "CB01", 4, List.of(Ending.APPROVED, Ending.REJECTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      String category = ending == Ending.REJECTED ? "职工" : dice.oneOf(List.of("学生儿童", "城乡居民"));
      return Map.of("category", category, "yearlyIncome", dice.between(0, 90_000) + ".50");
    }
  },
  TREATMENT_COSTS(
      "RS9007", "medical-insurance", "JS01", 4, List.of(Ending.APPROVED, Ending.REJECTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      int amount =
          ending == Ending.REJECTED ? dice.between(100_001, 900_000) : dice.between(1, 100_001);
      return Map.of(
          "hospital", "第" + dice.between(1, 40) + "人民医院", "amount", String.valueOf(amount));
    }
  },
  INSURANCE_TRANSFER(
      "RS9022", "medical-insurance", "ZY01", 4, List.of(Ending.APPROVED, Ending.REJECTED)) {
    @Override
    Map<String, String> form(Ending ending, Dice dice) {
      int months = ending == Ending.REJECTED ? dice.between(0, 12) : dice.between(12, 360);
      return Map.of(
          "fromCity", dice.oneOf(List.of("成都市", "西安市")), "months", String.valueOf(months));
    }
  };

  private final String item;
  private final String backEnd;
  private final String theirs;
  private final int share;
  private final List<Ending> endings;

  /**
   * @param share of the cases, in per cent
   * @param endings that the department may give, the ordinary one first
   */
  Service(String item, String backEnd, String theirs, int share, List<Ending> endings) {
    this.item = item;
    this.backEnd = backEnd;
    this.theirs = theirs;
    this.share = share;
    this.endings = endings;
  }

  /** What a centre fills in for an application that the department must end so. */
  abstract Map<String, String> form(Ending ending, Dice dice);

  Resident resident(Ending ending, Dice dice) {
    return Resident.adult(dice);
  }

  static Service any(Dice dice) {
    int place = dice.between(0, 100);
    for (Service service : values()) {
      place -= service.share;
      if (place < 0) {
        return service;
      }
    }
    throw new IllegalStateException("the shares do not make up a hundred");
  }

  /** One case in four ends in another way than the ordinary one. */
  Ending ending(Dice dice) {
    return dice.percent(75) ? endings.get(0) : dice.oneOf(endings);
  }

  Map<String, String> sortedForm(Ending ending, Dice dice) {
    return new TreeMap<>(form(ending, dice));
  }

  String item() {
    return item;
  }

  String backEnd() {
    return backEnd;
  }

  String theirs() {
    return theirs;
  }
}
