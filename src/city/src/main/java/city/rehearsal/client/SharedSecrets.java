package city.rehearsal.client;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the secrets that the hub and the simulators share from their start. */
public final class SharedSecrets {
  private SharedSecrets() {}

  /** One application id and secret per interface of the gateway. */
  private static String applications() {
    return Stream.of("JTBT", "SHBT", "HLBT", "XXTC", "CXSQ")
        .map(name -> "TBSN-" + name + ":" + SecretFolder.random())
        .collect(Collectors.joining("\n"));
  }

  /** Makes the missing ones; the hub makes its own. */
  public static void make(SecretFolder secrets) {
    secrets.make("housing", () -> "tongban-hub:" + SecretFolder.random());
    secrets.make("human-resources", SecretFolder::random);
    SshKeys.make(secrets, "medical-insurance");
    SshKeys.make(secrets, "grain");
    Certificates.make(secrets, "public-security");
    secrets.make("trade-union", () -> "tongban-hub:" + SecretFolder.random());
    Certificates.makeServer(secrets, "trade-union");
    secrets.make("civil-affairs", () -> "tongban_hub:" + SecretFolder.random());
    Certificates.makeLine(secrets, "health", "-tls");
    secrets.make("disabled-federation", SharedSecrets::applications);
    Sm2Keys.make(secrets, "economy-informatisation");
    secrets.make("provident-fund", () -> "K1:" + SecretFolder.random());
    Certificates.makeLine(secrets, "archives", "");
    secrets.make("token-housing", SecretFolder::random);
    secrets.make("token-public-security", SecretFolder::random);
    secrets.make("simulator-control", SecretFolder::random);
  }
}
