package city.tongban.transport.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.client.Certificates;
import city.tongban.canonical.SafeXml;
import city.tongban.security.PemSecrets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.CertificateStore;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.crypto.WSProviderConfig;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.pem.PemContent;
import org.w3c.dom.Document;

/** Our signatures beside those of WSS4J, with which most partners sign: each believes the other. */
class SignatureInteropTest {
  private static final String DOCUMENT = "<a xmlns=\"urn:x\"><b>䶮𠮷·&amp; \n</b></a>";
  private static final String ENVELOPE =
      "<s:Envelope xmlns:s=\"%s\"><s:Header/><s:Body>%s</s:Body></s:Envelope>"
          .formatted(WsSecurity.SOAP, DOCUMENT);

  private final PemContent pem =
      PemContent.of(
          Certificates.issued(
              Certificates.authority("interop"), "signer", Certificates.Days.ofARehearsal()));
  private final PemSecrets.Identity signer =
      new PemSecrets.Identity(pem.getPrivateKey(), pem.getCertificates());

  /** It would put providers of its own in front of the JDK's, for all tests of this JVM. */
  @BeforeAll
  static void leaveTheProvidersAlone() {
    WSProviderConfig.init(true, false, false);
  }

  @Test
  void theOtherBelievesWhatWeSignAndFindsBodyAndTimeStampUnderTheSignature() throws Exception {
    byte[] ours = new SignedEnvelope(signer).around(DOCUMENT.getBytes(UTF_8), Clock.systemUTC());

    WSHandlerResult found = verified(SafeXml.parse(new String(ours, UTF_8)));

    WSSecurityEngineResult signature = found.getActionResults().get(WSConstants.SIGN).get(0);
    assertThat(signature.get(WSSecurityEngineResult.TAG_X509_CERTIFICATE))
        .isEqualTo(signer.certificate());
    assertThat((List<?>) signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS))
        .extracting(part -> ((WSDataRef) part).getProtectedElement().getLocalName())
        .containsExactlyInAnyOrder("Body", "Timestamp");
  }

  @Test
  void theOtherSeesAChangedWord() {
    byte[] ours = new SignedEnvelope(signer).around(DOCUMENT.getBytes(UTF_8), Clock.systemUTC());
    String changed = new String(ours, UTF_8).replace("䶮", "龙");

    assertThatThrownBy(() -> verified(SafeXml.parse(changed)))
        .isInstanceOf(WSSecurityException.class);
  }

  @Test
  void weBelieveWhatTheOtherSigns() throws Exception {
    String theirs = SafeXml.text(signedByTheOther());

    assertThatCode(() -> believe(theirs)).doesNotThrowAnyException();
    assertThatThrownBy(() -> believe(theirs.replace("䶮", "龙"))).hasMessageStartingWith("HUB-4047");
  }

  private void believe(String envelope) {
    new SignedAnswer(List.of(signer.certificate()), Clock.systemUTC())
        .believe(SafeXml.parse(envelope));
  }

  private WSHandlerResult verified(Document envelope) throws WSSecurityException {
    X509Certificate[] held = {signer.certificate()};
    return new WSSecurityEngine()
        .processSecurityHeader(envelope, null, null, new CertificateStore(held));
  }

  private Document signedByTheOther() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "signer", signer.key(), new char[0], new X509Certificate[] {signer.certificate()});
    Merlin keys = new Merlin();
    keys.setKeyStore(store);
    WSSecHeader header = new WSSecHeader(SafeXml.parse(ENVELOPE));
    header.insertSecurityHeader();
    WSSecTimestamp time = new WSSecTimestamp(header);
    time.build();
    WSSecSignature signature = new WSSecSignature(header);
    signature.setUserInfo("signer", "");
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm(WsSecurity.ECDSA);
    signature.setDigestAlgo(WSConstants.SHA256);
    signature.getParts().add(new WSEncryptionPart("Body", WsSecurity.SOAP, ""));
    signature.getParts().add(new WSEncryptionPart("Timestamp", WsSecurity.WSU, ""));
    return signature.build(keys);
  }
}
