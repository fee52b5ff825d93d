package city.tongban.kit.source;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a field of the department means in our terms, guessed from its name: English, pinyin or
 * Chinese.
 */
public enum CanonicalFieldGuess {
  DELIVERY(
      "deliveryid messageid msgid requestid transactionid bizid bwh lsh ywlsh 报文号 流水号 业务流水号 请求编号"),
  CASE("caseno casenumber caseid bjh bjbh sblsh 办件号 办件编号 申办流水号"),
  ITEM("item itemcode itemno sxbm sxdm 事项编码 事项代码"),
  NAME(
      "name fullname applicantname applicant personname username xm sqrxm sqr xingming 姓名 申请人"
          + " 申请人姓名"),
  ID_TYPE("idtype certtype certificatetype papers zjlx zjlb sqrzjlx 证件类型 证件类别"),
  ID_NUMBER(
      "idnumber idno idcard idcardno idcardnumber certno certificateno gmsfhm sfzh sfzhm sfzhhm"
          + " zjhm sqrzjhm sqrsfzh 身份证号 身份证号码 公民身份号码 证件号码 证件号"),
  PHONE(
      "phone phoneno phonenumber mobile mobileno tel telephone sjh sjhm lxdh lxfs dhhm 电话 手机 手机号"
          + " 手机号码 联系电话"),
  CENTRE("centre center centrecode centercode sldw sljg sljgdm 受理机构 受理单位"),
  APPLIED(
      "applydate applytime applicationdate appliedat submittedat submittedon sqrq sqsj 申请日期 申请时间"),

  APPLICANT("applicant person sqr sqrxx proposer user 申请人 申请人信息"),
  AGENT("agent dlr dbr jbr agentinfo dlrxx 代理人 代办人 经办人"),
  MATERIALS("materials material documents attachments cl clxx clqd fj 材料 附件 材料清单"),

  STATE("state status result decision outcome code buscode zt jg bljg dm returncode 状态 结果 结论 代码"),
  THEIR_NUMBER("number serial serialno acceptno id receiptno slh slbh ywh sblsh lsh 受理号 受理编号 编号"),
  REASON("message msg reason remark busmsg yy yj blyj sm 原因 说明 信息 意见");

  private static final List<CanonicalFieldGuess> OF_A_PERSON =
      List.of(NAME, ID_TYPE, ID_NUMBER, PHONE);
  private static final List<CanonicalFieldGuess> OF_A_CASE =
      List.of(DELIVERY, CASE, ITEM, NAME, ID_TYPE, ID_NUMBER, PHONE, CENTRE, APPLIED);

  private final String names;

  CanonicalFieldGuess(String names) {
    this.names = " " + names + " ";
  }

  /** What a field of a request means; null where no name fits. */
  public static @Nullable CanonicalFieldGuess of(String name) {
    return OF_A_CASE.stream().filter(w -> w.means(name)).findFirst().orElse(null);
  }

  public boolean means(String name) {
    return rank(name) >= 0;
  }

  /** How well a name fits; smaller is better, negative means not at all. */
  public int rank(String name) {
    return names.indexOf(" " + plain(name) + " ");
  }

  public boolean isOfAPerson() {
    return OF_A_PERSON.contains(this);
  }

  private static String plain(String name) {
    return name.replaceAll("[\\p{Punct}\\s]", "").toLowerCase(Locale.ROOT);
  }
}
