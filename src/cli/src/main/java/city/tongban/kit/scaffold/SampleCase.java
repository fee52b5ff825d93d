package city.tongban.kit.scaffold;

import java.util.Map;

/** A made-up case with a filled form, in our canonical XML. */
final class SampleCase {
  private SampleCase() {}

  /**
   * Writes the case.
   *
   * @param idType type of the applicant's identity paper, {@code RESIDENT_ID}
   * @param form fields of the form by name
   */
  static String of(String item, String idType, Map<String, String> form) {
    StringBuilder fields = new StringBuilder();
    form.forEach(
        (name, value) ->
            fields.append(
                "    <field><name>%s</name><value>%s</value></field>%n"
                    .formatted(name, XmlEscaper.escaped(value))));
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <case>
      <number>310104-20180702-000901</number>
      <item>%s</item>
      <applicant>
        <name>张晓梅</name>
        <idType>%s</idType>
        <idNumber>310104198405120028</idNumber>
        <phone>13817712345</phone>
        <registeredStreet>310104003</registeredStreet>
      </applicant>
      <agent>
        <name>王国强</name>
        <idType>RESIDENT_ID</idType>
        <idNumber>310228197911031310</idNumber>
        <relation>朋友</relation>
      </agent>
      <places>
        <collectingCentre>31010400201</collectingCentre>
        <homeCentre>31010400201</homeCentre>
      </places>
      <materials>
        <material><code>M01</code><title>申请表</title><source>3</source><pages>2</pages></material>
      </materials>
      <form>
    %s  </form>
      <collectedAt>2018-07-02T08:41:10+08:00</collectedAt>
      <receivedAt>2018-07-02T08:41:12+08:00</receivedAt>
      <normalised/>
      <envelope>
        <messageId>01646f1c-5a40-7000-8000-000000000901</messageId>
        <sender>centre-31010400201</sender>
        <senderMessageId>XH00000901</senderMessageId>
        <digest>0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef</digest>
        <traceparent>00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01</traceparent>
      </envelope>
    </case>
    """
        .formatted(item, idType, fields);
  }
}
