package city.tongban.client;

/** What the hub and the departments must both know from their first moment. */
public final class SharedSecrets {
  private SharedSecrets() {}

  /** Makes those that are not there yet; the hub makes the rest. */
  public static void make(Secrets secrets) {
    secrets.make("housing", () -> "tongban-hub:" + Secrets.random());
    secrets.make("human-resources", Secrets::random);
    SshKeys.make(secrets, "medical-insurance");
    SshKeys.make(secrets, "grain");
    Certificates.make(secrets, "public-security");
    secrets.make("trade-union", () -> "tongban-hub:" + Secrets.random());
    Certificates.makeServer(secrets, "trade-union");
    secrets.make("token-housing", Secrets::random);
    secrets.make("token-public-security", Secrets::random);
    secrets.make("simulator-control", Secrets::random);
  }
}
