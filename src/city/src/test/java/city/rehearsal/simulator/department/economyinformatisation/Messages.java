package city.rehearsal.simulator.department.economyinformatisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.rehearsal.simulator.Departments;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Signed messages to the bureau, and the check of its signed answers. */
record Messages(Departments departments) {
  static final String CASE = "310101-20180702-000001";
  private static final String BUREAU = "economy-informatisation";

  HttpResponse<byte[]> apply(ObjectNode body) throws Exception {
    return call("/api/v1/applications", body.toString());
  }

  HttpResponse<byte[]> call(String path, String body) throws Exception {
    String time = String.valueOf(Instant.now().toEpochMilli());
    return send(path, time, sign(time, body), body);
  }

  HttpResponse<byte[]> send(String path, String time, String signature, String body)
      throws Exception {
    return departments.send(
        departments
            .to("/economy-informatisation" + path)
            .header("Content-Type", "application/json")
            .header("JX-Timestamp", time)
            .header("JX-Signature", signature)
            .POST(BodyPublishers.ofString(body)));
  }

  String sign(String time, String body) throws Exception {
    SM2Signer signer = new SM2Signer();
    signer.init(
        true,
        new ParametersWithRandom(PrivateKeyFactory.createKey(der(BUREAU)), new SecureRandom()));
    byte[] text = (time + "\n" + body).getBytes(UTF_8);
    signer.update(text, 0, text.length);
    return Base64.getEncoder().encodeToString(signer.generateSignature());
  }

  /** Whether the bureau has signed an answer as the one to our signature. */
  boolean signed(HttpResponse<byte[]> answer) throws Exception {
    String time = answer.headers().firstValue("JX-Timestamp").orElseThrow();
    String ours = answer.request().headers().firstValue("JX-Signature").orElseThrow();
    SM2Signer signer = new SM2Signer();
    signer.init(false, PublicKeyFactory.createKey(der(BUREAU + "-theirs")));
    byte[] head = (time + "\n" + ours + "\n").getBytes(UTF_8);
    signer.update(head, 0, head.length);
    signer.update(answer.body(), 0, answer.body().length);
    return signer.verifySignature(
        Base64.getDecoder().decode(answer.headers().firstValue("JX-Signature").orElseThrow()));
  }

  private byte[] der(String name) throws Exception {
    String pem = Files.readString(departments.secrets().resolve(name));
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  String seal(String text, String place) throws Exception {
    byte[] key =
        HexFormat.of()
            .parseHex(Files.readString(departments.secrets().resolve(BUREAU + "-fields")).strip());
    byte[] nonce = new byte[12];
    new SecureRandom().nextBytes(nonce);
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, place.getBytes(UTF_8)));
    byte[] plain = text.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(nonce, 12 + cipher.getOutputSize(plain.length));
    cipher.doFinal(all, 12 + cipher.processBytes(plain, 0, plain.length, all, 12));
    return "{SM4}" + Base64.getEncoder().encodeToString(all);
  }

  /** An application for a social card, which others change. */
  ObjectNode application(String number) throws Exception {
    ObjectNode body = Departments.JSON.createObjectNode();
    body.put("lsh", number).put("bjbh", CASE).put("sxdm", "SBK");
    body.putObject("sqr")
        .put("xm", seal("王䶮𠮷", number + "/xm"))
        .put("zjlx", "01")
        .put("zjhm", seal("11010519491231002X", number + "/zjhm"))
        .put("lxdh", seal("13800138000", number + "/lxdh"));
    body.put("sldw", "31010100201").put("sqsj", "2018-07-02T08:30:00+08:00");
    body.putObject("nr").put("zphz", "120000000417").put("kkyh", "工商银行");
    return body;
  }
}
