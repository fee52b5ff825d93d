package city.rehearsal.simulator.department.disabledfederation;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.Departments;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Signed calls to the federation's gateway, as its contract requires them. */
record Calls(Departments departments) {
  static final String CASE = "310101-20180702-000001";

  /** What is shown beside a body; each part can be made wrong. */
  record Shown(String application, String time, String nonce) {
    static Shown now(String application) {
      return new Shown(
          application, String.valueOf(Instant.now().toEpochMilli()), UUID.randomUUID().toString());
    }
  }

  HttpResponse<byte[]> call(String path, String application, Map<String, String> fields)
      throws Exception {
    return send(path, Shown.now(application), form(fields), secret(application));
  }

  HttpResponse<byte[]> send(String path, Shown shown, String form, String secret) throws Exception {
    return departments.send(request(path, shown, form, signature(shown, form, secret)));
  }

  HttpRequest.Builder request(String path, Shown shown, String form, String signature) {
    return departments
        .to("/disabled-federation/gateway" + path)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("CL-App-Id", shown.application())
        .header("CL-Timestamp", shown.time())
        .header("CL-Nonce", shown.nonce())
        .header("CL-Signature", signature)
        .POST(BodyPublishers.ofString(form));
  }

  String secret(String application) throws Exception {
    return Files.readAllLines(departments.secrets().resolve("disabled-federation")).stream()
        .filter(line -> line.startsWith(application + ":"))
        .map(line -> line.substring(application.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  static String signature(Shown shown, String body, String secret) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret.getBytes(UTF_8)));
    byte[] text =
        (shown.application() + "\n" + shown.time() + "\n" + shown.nonce() + "\n" + body)
            .getBytes(UTF_8);
    mac.update(text, 0, text.length);
    byte[] signature = new byte[mac.getMacSize()];
    mac.doFinal(signature, 0);
    return HexFormat.of().formatHex(signature);
  }

  static String form(Map<String, String> fields) {
    StringBuilder document =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><REQUEST>");
    fields.forEach((name, text) -> document.append("<%s>%s</%s>".formatted(name, text, name)));
    return "data=" + URLEncoder.encode(document.append("</REQUEST>").toString(), UTF_8);
  }

  /** An application for the transport allowance, which others change. */
  static Map<String, String> application() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("LSH", CASE + "/1");
    fields.put("BJBH", CASE);
    fields.put("XM", "王䶮𠮷");
    fields.put("ZJLX", "1");
    fields.put("ZJHM", "11010519491231002X");
    fields.put("SLDW", "31010100201");
    fields.put("SQSJ", "2018-07-02 08:30:00");
    fields.put("CJZH", "11010519491231002X12");
    fields.put("YHKH", "6222021001112223334");
    return fields;
  }

  static Map<String, String> tariff(int kind) {
    Map<String, String> fields = application();
    fields.remove("YHKH");
    fields.put("CJZH", "11010519491231002X" + kind + "1");
    fields.put("SJHM", "13800138000");
    return fields;
  }

  static String between(String text, String element) {
    int from = text.indexOf("<" + element + ">") + element.length() + 2;
    return text.substring(from, text.indexOf("</" + element + ">", from));
  }
}
