package city.tongban.api;

import city.tongban.path.Applications;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Applications in which something is wrong, whatever the door at which they are handed in. */
final class WrongApplications {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WrongApplications() {}

  /**
   * One of them and the no that it gets.
   *
   * @param at the field in JSON
   * @param atBySoap the element in XML
   */
  record Wrong(
      String name, ObjectNode message, int status, String code, String at, String atBySoap) {

    String json() {
      return message.toString();
    }

    String soap() {
      Map<String, Object> fields = JSON.convertValue(message, new TypeReference<>() {});
      return SoapClient.envelope(SoapClient.operation("submitCase", fields));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Wrong> rows() {
    return Stream.of(
        row("an unknown field", lease(m -> m.put("colour", "red")), 400, "HUB-1003", "/colour"),
        row(
            "an unknown field inside",
            lease(m -> applicant(m).put("nmae", "x")),
            400,
            "HUB-1003",
            "/applicant/nmae"),
        row("a missing field", lease(m -> m.remove("item")), 400, "HUB-1004", "/item"),
        row("an unknown item", lease(m -> m.put("item", "ZJ0000")), 422, "HUB-1012", "/item"),
        row(
            "an unknown centre",
            lease(m -> m.put("collectingCentre", "31010199999")),
            422,
            "HUB-1013",
            "/collectingCentre"),
        row(
            "an unknown street",
            lease(m -> applicant(m).put("registeredStreet", "310101999")),
            422,
            "HUB-1013",
            "/applicant/registeredStreet"),
        row(
            "a wrong checksum",
            lease(m -> applicant(m).put("idNumber", "110105194912310021")),
            422,
            "HUB-1006",
            "/applicant/idNumber"),
        row(
            "a birthday that never was",
            lease(m -> applicant(m).put("idNumber", "11010519490231002X")),
            422,
            "HUB-1006",
            "/applicant/idNumber"),
        row(
            "a question mark in a name",
            lease(m -> applicant(m).put("name", "王?明")),
            422,
            "HUB-1007",
            "/applicant/name"),
        row(
            "U+FFFD in a name",
            lease(m -> applicant(m).put("name", "王\uFFFD明")),
            422,
            "HUB-1007",
            "/applicant/name"),
        row(
            "a time without offset",
            lease(m -> m.put("collectedAt", "2018-07-02T08:29:10")),
            400,
            "HUB-1008",
            "/collectedAt"),
        row(
            "a time in the future",
            lease(m -> m.put("collectedAt", "2019-07-02T08:29:10+08:00")),
            422,
            "HUB-1016",
            "/collectedAt"),
        row(
            "a time too long ago",
            lease(m -> m.put("collectedAt", "2018-06-20T08:29:10+08:00")),
            422,
            "HUB-1016",
            "/collectedAt"),
        row(
            "an item not valid on that day",
            lease(m -> m.put("item", "GA9002").put("collectedAt", "2018-06-30T09:00:00+08:00")),
            422,
            "HUB-1014",
            "/item"),
        row(
            "a wrong phone",
            lease(m -> applicant(m).put("phone", "12")),
            422,
            "HUB-1017",
            "/applicant/phone"),
        row(
            "somebody else's centre",
            lease(m -> m.put("collectingCentre", "31010101301")),
            403,
            "HUB-1021",
            "/collectingCentre"),
        row(
            "a material without title",
            lease(m -> ((ObjectNode) m.at("/materials/0")).remove("title")),
            400,
            "HUB-1004",
            "/materials/0/title",
            "/materials/material/title"),
        row(
            "a wrong second material",
            lease(
                m ->
                    m.withArray("/materials")
                        .addObject()
                        .put("code", "M02")
                        .put("title", "x")
                        .put("source", "9")),
            400,
            "HUB-1005",
            "/materials/1/source",
            "/materials/material[2]/source"),
        row(
            "pages that are no number",
            lease(m -> ((ObjectNode) m.at("/materials/0")).put("pages", "two")),
            400,
            "HUB-1005",
            "/materials/0/pages",
            "/materials/material/pages"),
        row(
            "U+FFFD in the form",
            lease(m -> ((ObjectNode) m.get("form")).put("address", "河南\uFFFD路")),
            400,
            "HUB-1005",
            "/form/address",
            "/form/field[@name='address']"),
        row(
            "900 KB in a field",
            lease(m -> ((ObjectNode) m.get("form")).put("address", "x".repeat(900_000))),
            400,
            "HUB-1005",
            "/form/address",
            "/form/field[@name='address']"),
        row(
            "five things at once",
            lease(
                m -> {
                  m.put("item", "ZJ0000").put("colour", "red").remove("collectedAt");
                  applicant(m).put("phone", "12").put("idType", "DRIVING_LICENCE");
                }),
            400,
            "HUB-1005",
            "/applicant/idType",
            "/applicant/idType"));
  }

  private static Wrong row(String name, ObjectNode message, int status, String code, String at) {
    return row(name, message, status, code, at, at);
  }

  private static Wrong row(
      String name, ObjectNode message, int status, String code, String at, String atBySoap) {
    return new Wrong(name, message, status, code, at, atBySoap);
  }

  private static ObjectNode lease(Consumer<ObjectNode> change) {
    ObjectNode message = JSON.valueToTree(Applications.lease(5200));
    change.accept(message);
    return message;
  }

  private static ObjectNode applicant(ObjectNode message) {
    return (ObjectNode) message.get("applicant");
  }
}
