package city.rehearsal.simulator.department.providentfund;

import city.rehearsal.simulator.department.providentfund.Lookup.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bank branches that handle payments in (01) and withdrawals (02), by district. The three
 * outermost districts have none for withdrawals.
 */
final class BankBranches {
  private static final List<String> NAMES = List.of("中国建设银行", "中国工商银行", "上海浦东发展银行");
  private static final List<String> DISTRICTS =
      List.of(
          "310101", "310104", "310105", "310106", "310107", "310109", "310110", "310112", "310113",
          "310114", "310115", "310116", "310117", "310118", "310120", "310151");
  private static final List<String> WITHOUT_WITHDRAWAL = List.of("310116", "310120", "310151");

  private BankBranches() {}

  static Lookup find(DocumentFields question) throws FundException {
    String district = question.text("xzqh", "\\d{6}");
    String business = question.text("ywlx", "0[12]");
    if (!DISTRICTS.contains(district)) {
      return Lookup.none("1001", "非本市行政区划");
    }
    if (business.equals("02") && WITHOUT_WITHDRAWAL.contains(district)) {
      return Lookup.none("1404", "该区无提取经办网点");
    }
    List<Part> parts = new ArrayList<>();
    int place = DISTRICTS.indexOf(district);
    for (int i = 0; i <= place % NAMES.size(); i++) {
      Map<String, String> branch = new LinkedHashMap<>();
      branch.put("yhmc", NAMES.get(i));
      branch.put("wdmc", NAMES.get(i) + "第" + (place + 1) + "支行");
      branch.put("dz", "住房公积金路" + (100 + place * 10 + i) + "号");
      branch.put("lxdh", "021-6" + (1_000_000 + place * 1_000 + i));
      parts.add(new Part("Bk", branch));
    }
    return Lookup.of("BkRpt", parts);
  }
}
