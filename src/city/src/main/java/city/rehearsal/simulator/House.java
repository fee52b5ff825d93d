package city.rehearsal.simulator;

import city.rehearsal.simulator.archives.Archives;
import city.rehearsal.simulator.civilaffairs.CivilAffairs;
import city.rehearsal.simulator.disabledfederation.DisabledFederation;
import city.rehearsal.simulator.economyinformatisation.EconomyInformatisation;
import city.rehearsal.simulator.grain.Grain;
import city.rehearsal.simulator.health.Health;
import city.rehearsal.simulator.health.Keys;
import city.rehearsal.simulator.housing.Housing;
import city.rehearsal.simulator.humanresources.HumanResources;
import city.rehearsal.simulator.medicalinsurance.MedicalInsurance;
import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.Office;
import city.rehearsal.simulator.office.files.FileOffice;
import city.rehearsal.simulator.providentfund.ProvidentFund;
import city.rehearsal.simulator.publicsecurity.PublicSecurity;
import city.rehearsal.simulator.tradeunion.TradeUnion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who moves into which office, with the secrets that the hub knows too. */
final class House {
  /** By the back-end's name, in the order of moving in. */
  static final Map<String, MoveIn> DEPARTMENTS = new LinkedHashMap<>();

  static {
    DEPARTMENTS.put(
        "housing",
        (office, settings, secrets) ->
            new Housing(
                office,
                secrets.read("housing"),
                settings.hub(),
                settings.secrets().resolve("token-housing")));
    DEPARTMENTS.put(
        "human-resources",
        (office, settings, secrets) -> new HumanResources(office, secrets.read("human-resources")));
    DEPARTMENTS.put(
        "medical-insurance",
        (office, settings, secrets) ->
            MedicalInsurance.moveInto(office, files("medical-insurance", settings, secrets)));
    DEPARTMENTS.put(
        "grain",
        (office, settings, secrets) -> Grain.moveInto(office, files("grain", settings, secrets)));
    DEPARTMENTS.put(
        "public-security",
        (office, settings, secrets) ->
            new PublicSecurity(
                office,
                new PublicSecurity.Keys(
                    secrets.read("public-security-server"),
                    secrets.read("public-security-authority"),
                    secrets.read("public-security-signer-key"),
                    secrets.certificate("public-security")),
                settings.books().resolve("public-security"),
                settings.hub(),
                settings.secrets().resolve("token-public-security")));
    DEPARTMENTS.put(
        "trade-union",
        (office, settings, secrets) ->
            new TradeUnion(
                office,
                settings.books().resolve("trade-union"),
                secrets.read("trade-union"),
                secrets.read("trade-union-server")));
    DEPARTMENTS.put(
        "civil-affairs",
        (office, settings, secrets) ->
            new CivilAffairs(
                office,
                settings.books().resolve("civil-affairs"),
                settings
                    .books()
                    .resolveSibling("postgres-binaries"), // beside the hub's: unpacked once
                secrets.read("civil-affairs")));
    DEPARTMENTS.put(
        "disabled-federation",
        (office, settings, secrets) ->
            new DisabledFederation(office, secrets.read("disabled-federation")));
    DEPARTMENTS.put(
        "economy-informatisation",
        (office, settings, secrets) ->
            new EconomyInformatisation(
                office,
                secrets.read("economy-informatisation-public"),
                secrets.read("economy-informatisation-signer"),
                secrets.read("economy-informatisation-fields")));
    DEPARTMENTS.put(
        "provident-fund",
        (office, settings, secrets) ->
            new ProvidentFund(
                office,
                settings.books().resolve("provident-fund"),
                secrets.read("provident-fund")));
    DEPARTMENTS.put(
        "archives",
        (office, settings, secrets) ->
            new Archives(
                office,
                settings.books().resolve("archives"),
                settings.secrets(),
                secrets.certificate("archives")));
    DEPARTMENTS.put(
        "health",
        (office, settings, secrets) ->
            new Health(
                office,
                settings.books().resolve("health"),
                new Keys(secrets.read("health-server"), secrets.read("health-authority"))));
  }

  private House() {}

  /** What a department needs that takes files. */
  private static FileOffice.Line files(String name, Settings settings, Secrets secrets) {
    return new FileOffice.Line(
        settings.books().resolve(name), secrets.read(name + "-host"), secrets.lastLine(name));
  }

  /** Opens one department's own doors, if it has any; nobody works yet. */
  interface MoveIn {
    Department into(Office office, Settings settings, Secrets secrets) throws IOException;
  }
}
